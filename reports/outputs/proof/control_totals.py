"""The control totals of a year, which every form of its report must agree on, and their count by SQL of its own."""

from decimal import Decimal

from django.db import connection

from portal.thai.dates import fiscal_year_bounds
from reports.figures.facts import YearFigures
from reports.figures.metrics import METRICS, Metric, metric_of, things_key

SATANG = Decimal("0.01")
INCLUDED = "p.status = 'confirmed' AND p.fiscal_year = %(year)s"
OWN = f"{INCLUDED} AND o.kind <> 'office'"
PROJECTS = "projects_project p JOIN partners_organization o ON o.id = p.partner_id"
GIFTS = "projects_contribution c JOIN projects_project p ON p.id = c.project_id"
RECEIVED = f"{INCLUDED} AND c.receipt = 'received'"
PROOF = """
    EXISTS (SELECT 1 FROM projects_project_documents d WHERE d.project_id = p.id)
    OR EXISTS (SELECT 1 FROM projects_contribution c
               WHERE c.project_id = p.id AND c.receipt = 'received' AND c.document_id IS NOT NULL)
    OR EXISTS (SELECT 1 FROM partners_agreement_documents d WHERE d.agreement_id = p.agreement_id)
"""
QUERIES = {
    "partners": f"SELECT COUNT(DISTINCT p.partner_id) FROM {PROJECTS} WHERE {OWN}",
    "projects": f"SELECT COUNT(*) FROM {PROJECTS} WHERE {OWN}",
    "cash": f"SELECT SUM(c.amount) FROM {GIFTS} WHERE {RECEIVED} AND c.form = 'cash'",
    "cash_known": f"SELECT COUNT(c.amount) FROM {GIFTS} WHERE {RECEIVED} AND c.form = 'cash'",
    "cash_unknown": f"SELECT COUNT(*) FROM {GIFTS} WHERE {RECEIVED} AND c.form = 'cash' AND c.amount IS NULL",
    "agreements": f"""
        SELECT COUNT(*) FROM partners_agreement a WHERE a.status = 'confirmed' AND (
            EXISTS (SELECT 1 FROM projects_project p WHERE p.agreement_id = a.id AND {INCLUDED})
            OR (a.starts_on <= %(last)s AND (a.ends_on >= %(first)s OR a."end" = 'open')))
    """,
    "groups": """
        SELECT COUNT(*) FROM networks_group g
        WHERE (g.dissolved_on IS NULL OR g.dissolved_on >= %(first)s)
          AND (g.established_on IS NULL OR g.established_on <= %(last)s)
    """,
    "evidence": f"SELECT COUNT(*) FROM {PROJECTS} WHERE {OWN} AND ({PROOF})",
}
THINGS = f"""
    SELECT c.what, c.unit, SUM(c.quantity) FROM {GIFTS}
    WHERE {RECEIVED} AND c.form <> 'cash' GROUP BY c.what, c.unit
"""
CONTROLLED = tuple(METRICS[key] for key in QUERIES)


def control_totals(figures: YearFigures) -> list[tuple[Metric, Decimal | int | None]]:
    """Return each figure with its value, None when unknown, in the order in which they are printed."""
    things = [metric_of(things_key(thing.what, thing.unit)) for thing in figures.totals.things]
    return [(metric, metric.value_of(figures)) for metric in (*CONTROLLED, *things)]


def counted_by_sql(fiscal_year: int) -> dict:
    """Return each figure by its key; an unknown amount is None."""
    first, last = fiscal_year_bounds(fiscal_year)
    values = {"year": fiscal_year, "first": first.isoformat(), "last": last.isoformat()}
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(f'({query})' for query in QUERIES.values())}", values)
        totals = dict(zip(QUERIES, cursor.fetchone(), strict=True))
        cursor.execute(THINGS, values)
        things = {things_key(what, unit): quantity for what, unit, quantity in cursor.fetchall()}
    if totals["cash"] is not None:
        totals["cash"] = Decimal(str(totals["cash"])).quantize(SATANG)
    return totals | things
