"""The control totals counted anew by SQL of its own, beside the sums that the portal makes."""

from decimal import Decimal

from django.db import connection

from portal.thai.dates import fiscal_year_bounds
from reports.figures.metrics import things_key

SATANG = Decimal("0.01")
TOLD = "p.status = 'confirmed' AND p.fiscal_year = %(year)s"
OWN = f"{TOLD} AND o.kind <> 'office'"
PROJECTS = "projects_project p JOIN partners_organization o ON o.id = p.partner_id"
GIFTS = "projects_contribution c JOIN projects_project p ON p.id = c.project_id"
RECEIVED = f"{TOLD} AND c.receipt = 'received'"
PROOF = """
    EXISTS (SELECT 1 FROM projects_project_documents d WHERE d.project_id = p.id)
    OR EXISTS (SELECT 1 FROM projects_contribution c
               WHERE c.project_id = p.id AND c.receipt = 'received' AND c.document_id IS NOT NULL)
    OR EXISTS (SELECT 1 FROM partners_agreement_documents d WHERE d.agreement_id = p.agreement_id)
"""
ONE = {
    "partners": f"SELECT COUNT(DISTINCT p.partner_id) FROM {PROJECTS} WHERE {OWN}",
    "projects": f"SELECT COUNT(*) FROM {PROJECTS} WHERE {OWN}",
    "cash": f"SELECT SUM(c.amount) FROM {GIFTS} WHERE {RECEIVED} AND c.form = 'cash'",
    "cash_known": f"SELECT COUNT(c.amount) FROM {GIFTS} WHERE {RECEIVED} AND c.form = 'cash'",
    "cash_unknown": f"SELECT COUNT(*) FROM {GIFTS} WHERE {RECEIVED} AND c.form = 'cash' AND c.amount IS NULL",
    "agreements": f"""
        SELECT COUNT(*) FROM partners_agreement a WHERE a.status = 'confirmed' AND (
            EXISTS (SELECT 1 FROM projects_project p WHERE p.agreement_id = a.id AND {TOLD})
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


def counted_by_sql(fiscal_year: int) -> dict:
    """Each figure by its key; an amount that nobody knows is None."""
    first, last = fiscal_year_bounds(fiscal_year)
    values = {"year": fiscal_year, "first": first.isoformat(), "last": last.isoformat()}
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(f'({query})' for query in ONE.values())}", values)
        found = dict(zip(ONE, cursor.fetchone(), strict=True))
        cursor.execute(THINGS, values)
        things = {things_key(what, unit): quantity for what, unit, quantity in cursor.fetchall()}
    cash = found["cash"]
    found["cash"] = None if cash is None else Decimal(str(cash)).quantize(SATANG)
    return found | things
