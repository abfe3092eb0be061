"""Adding up contributions."""

from decimal import Decimal

import pytest

from projects.models import Contribution, Project
from projects.totals import Things, Totals

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def give(project, **gift):
    return Contribution.objects.create(project=project, giver=project.partner, **gift)


def test_nothing_given_is_an_empty_total(project):
    """Without contributions there is no amount, which is not zero baht."""
    assert Contribution.objects.totals() == Totals()
    assert Contribution.objects.totals().cash_or_none is None


def test_an_unknown_amount_is_counted_and_not_added(project):
    """A gift of unknown baht stands beside the sum."""
    give(project, amount=100)
    give(project, amount=None)
    totals = Contribution.objects.totals()
    assert (totals.cash, totals.cash_known, totals.cash_unknown) == (Decimal(100), 1, 1)
    assert (totals.cash_count, totals.cash_or_none) == (2, Decimal(100))


def test_where_no_amount_is_known_none_is_added(project):
    """Gifts that say neither baht nor quantity add nothing, and there is no amount to show."""
    give(project, amount=None)
    give(project, form="thing", what="รถบัส", unit="คัน", quantity=None)
    totals = Contribution.objects.totals()
    assert (totals.cash, totals.cash_count, totals.cash_or_none) == (0, 1, None)
    assert totals.things == (Things("รถบัส", "คัน", 0, 1),)


def test_nothing_received_counts_nothing():
    """An empty total holds no baht, no gift and no thing."""
    nothing = Totals()
    assert (nothing.cash, nothing.cash_known, nothing.cash_unknown, nothing.things) == (0, 0, 0, ())


def test_things_are_added_by_what_and_unit(project):
    """Buses are added to buses and never to baht."""
    for quantity in (2, 1, None):
        give(project, form="thing", what="รถบัส", unit="คัน", quantity=quantity)
    give(project, amount=50)
    totals = Contribution.objects.totals()
    assert totals.things == (Things("รถบัส", "คัน", 3, 1),)
    assert totals.cash == 50


def test_things_of_several_totals_are_added(project):
    """Buses of two projects, taken apart and put together again, are all counted."""
    other = Project.objects.create(
        title="งานอื่น", fiscal_year=2557, status="confirmed", partner=project.partner
    )
    for giving, quantity in ((project, 2), (project, None), (other, 3), (other, None)):
        give(giving, form="thing", what="รถบัส", unit="คัน", quantity=quantity)
    parts = Contribution.objects.totals_by("project")
    assert parts[project.pk,].things == (Things("รถบัส", "คัน", 2, 1),)
    assert Totals.of(parts.values()).things == (Things("รถบัส", "คัน", 5, 2),)


def test_what_is_only_planned_is_not_counted(project):
    """Totals count what was received."""
    give(project, amount=100, receipt="planned")
    assert Contribution.objects.totals() == Totals()


def test_drafts_and_other_years_are_left_out_by_the_words_of_the_office(project):
    """confirmed() and in_year() say whose gifts are added."""
    give(project, amount=100)
    draft = Project.objects.create(title="ร่าง", fiscal_year=2557, partner=project.partner)
    give(draft, amount=10)
    assert Contribution.objects.confirmed().in_year(2557).totals().cash == 100
    assert Contribution.objects.confirmed().in_year(2558).totals() == Totals()


def test_totals_taken_apart_add_up_to_the_whole(project, django_assert_num_queries):
    """totals_by() takes one query, and its parts give totals()."""
    give(project, amount=100)
    give(project, form="people", what="วิทยากร", unit="คน", quantity=2)
    with django_assert_num_queries(1):
        parts = Contribution.objects.totals_by("giver", "project")
    assert Totals.of(parts.values()) == Contribution.objects.totals()
