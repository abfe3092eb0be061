"""The year's sum held against a plain loop over random records."""

import datetime
from collections import Counter
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partners.models import Organization, OrganizationKind
from projects.models import Contribution, Project
from reports.figures.summary import summarize

pytestmark = [pytest.mark.django_db, pytest.mark.database]

YEAR = 2557
KINDS = [OrganizationKind.SAO, OrganizationKind.PAO, OrganizationKind.MILITARY, OrganizationKind.OFFICE]

amounts = st.none() | st.decimals("0.01", "9999999.99", places=2)
quantities = st.none() | st.integers(1, 500)
receipts = st.sampled_from(["received", "planned"])
cash = st.tuples(st.integers(0, 3), st.just("cash"), receipts, amounts, st.none(), st.just(""))
things = st.tuples(
    st.integers(0, 3),
    st.sampled_from(["thing", "people"]),
    receipts,
    st.none(),
    quantities,
    st.sampled_from("กข"),
)
projects = st.tuples(
    st.integers(0, 3),
    st.sampled_from(["confirmed", "confirmed", "draft", "cancelled"]),
    st.sampled_from([YEAR, YEAR, YEAR + 1]),
    st.lists(cash | things, max_size=4),
)


def write_years(years):
    """The random year as records; the plain rows of what was received in it."""
    bodies = [Organization.objects.create(kind=kind, name=f"แห่งที่ {i}") for i, kind in enumerate(KINDS)]
    rows = []
    for partner, status, fiscal_year, gifts in years:
        project = Project.objects.create(
            title="โครงการ", fiscal_year=fiscal_year, status=status, partner=bodies[partner]
        )
        for giver, form, receipt, amount, quantity, what in gifts:
            unit = "ชิ้น" if what else ""
            Contribution.objects.create(
                project=project,
                giver=bodies[giver],
                form=form,
                receipt=receipt,
                amount=amount,
                quantity=quantity,
                what=what,
                unit=unit,
            )
            if status == "confirmed" and fiscal_year == YEAR and receipt == "received":
                rows.append((project, bodies[giver], form, amount, quantity, what))
    told = [
        y for y in years if y[1] == "confirmed" and y[2] == YEAR and KINDS[y[0]] != OrganizationKind.OFFICE
    ]
    return rows, told


generated = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}


@settings(max_examples=15, **generated)
@given(years=st.lists(projects, max_size=6))
def test_the_sum_is_that_of_a_plain_loop(years):
    """Cash, unknown cash, things, partners, supporters and subtotals are those a plain loop finds."""
    check_the_sum(years)


@pytest.mark.slow
@settings(max_examples=300, **generated)
@given(years=st.lists(projects, max_size=6))
def test_the_sum_is_that_of_a_plain_loop_over_many_years(years):
    """The same over three hundred years."""
    check_the_sum(years)


def check_the_sum(years):
    """The year's sum beside what a plain loop over its rows finds."""
    with transaction.atomic():
        rows, told = write_years(years)
        year = summarize(YEAR, today=datetime.date(2014, 9, 30))
        transaction.set_rollback(True)
    cash_rows = [row for row in rows if row[2] == "cash"]
    assert year.totals.cash == sum((row[3] for row in cash_rows if row[3] is not None), Decimal(0))
    assert year.totals.cash_known == sum(row[3] is not None for row in cash_rows)
    assert year.totals.cash_unknown == sum(row[3] is None for row in cash_rows)
    quantities, unknown = Counter(), Counter()
    for _, _, form, _, quantity, what in rows:
        if form != "cash":
            quantities[what] += quantity or 0
            unknown[what] += quantity is None
    assert {t.what: t.quantity for t in year.totals.things} == dict(quantities)
    assert {t.what: t.unknown for t in year.totals.things} == dict(unknown)
    assert len(year.projects) == len(told)
    assert len(year.partners) == len({partner for partner, *_ in told})
    for giver in (*year.partners, *year.supporters):
        own = [row[3] for row in cash_rows if row[1] == giver.organization]
        assert giver.totals.cash == sum((amount for amount in own if amount is not None), Decimal(0))
    for line in year.projects:
        own = [row[3] for row in cash_rows if row[0] == line.project]
        assert line.totals.cash_unknown == sum(amount is None for amount in own)
