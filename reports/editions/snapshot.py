"""A report as plain JSON, to compare and to download; it is never read back into records."""

from decimal import Decimal

from projects.models import GiftForm
from projects.totals import Totals
from reports.figures.facts import YearFigures
from reports.figures.metrics import METRICS
from reports.outputs.access import name_for_reader
from reports.report import Report
from reports.text.markup import plain_text
from reports.text.placeholders import values_of

SCHEMA = 1
PROJECT_FIELDS = ("venue", "academic_year", "story", "objective", "co_organizers", "posts")
EDITION_METRICS = {
    metric.edition_key or metric.key: metric for metric in METRICS.values() if metric.edition_label
}


def edition_data(report: Report) -> dict:
    """Return figures and each record under its code, as the public or the office may read it; cash as text in baht."""
    summary, narrative = report.summary, report.narrative
    return {
        "schema": SCHEMA,
        "fiscal_year": summary.fiscal_year,
        "title": narrative.report.title if narrative.report else "",
        "figures": edition_figures(summary.figures),
        "partners": {
            giver.organization.code: _giver_data(giver) for giver in (*summary.partners, *summary.supporters)
        },
        "projects": {line.project.code: _project_line_data(line, report.public) for line in summary.projects},
        "agreements": {
            line.agreement.code: _agreement_data(line.agreement, report.public) for line in summary.agreements
        },
        "kinds": {str(row.kind.pk): _kind_data(row) for row in summary.kinds},
        "groups": {
            group.code: _group_data(group, row.kind, report.public)
            for row in summary.kinds
            for group in row.groups
        },
        "items": {item.item.standard_item.number: _item_data(item) for item in narrative.items},
        "paragraphs": _paragraphs(narrative, values_of(summary)),
    }


def edition_figures(figures: YearFigures) -> dict:
    """Return the figures of a year that an edition has."""
    return {
        **{key: _json_value(metric.value_of(figures)) for key, metric in EDITION_METRICS.items()},
        "things": things_of(figures.totals),
        "by_kind": {part.label: baht_or_none(part.totals.cash_or_none) for part in figures.cash_by_kind},
        "by_category": {
            part.label: baht_or_none(part.totals.cash_or_none) for part in figures.cash_by_category
        },
    }


def _json_value(value):
    return f"{value:.2f}" if isinstance(value, Decimal) else value


def totals_data(totals: Totals) -> dict:
    """Return cash as text in baht, and things by what they are."""
    return {"cash": baht_or_none(totals.cash_or_none), "things": things_of(totals)}


def baht_or_none(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:.2f}"


def things_of(totals: Totals) -> list[dict]:
    return [{"what": t.what, "quantity": t.quantity or None, "unit": t.unit} for t in totals.things]


def _giver_data(giver):
    return {"name": giver.name, "kind": str(giver.kind.label)} | totals_data(giver.totals)


def _project_line_data(line, public):
    project = line.project
    return project_data(
        project,
        public,
        activities=project.activities.all(),
        participations=project.participations.all(),
        results=project.results.all(),
        gifts=line.project.gifts,
        totals=line.totals,
        evidence=line.evidence,
    )


def project_data(project, public, *, activities, participations, results, gifts, totals, evidence) -> dict:
    """Return a project with its related rows, which the caller has read."""
    return own_fields(project, public) | {
        "activities": [str(activity) for activity in activities],
        "participants": [
            " ".join(filter(None, [name_for_reader(row, public=public), row.detail, row.numbers]))
            for row in participations
        ],
        "results": [str(result) for result in results],
        "cash": baht_or_none(totals.cash_or_none),
        "gifts": [gift_data(gift, public) for gift in gifts],
        "evidence": _titles_of(evidence),
    }


def own_fields(project, public) -> dict:
    """Return a project without its related rows."""
    return {
        "name": project.full_title,
        "partner": name_for_reader(project.partner, public=public),
        "category": project.category.name if project.category else "",
        "when": project.when or "",
    } | {name: getattr(project, name) for name in PROJECT_FIELDS}


def gift_data(gift, public) -> dict:
    giver = name_for_reader(gift.giver, public=public)
    if gift.form == GiftForm.CASH:
        return {"giver": giver, "cash": baht_or_none(gift.amount)}
    return {"giver": giver, "what": gift.what, "quantity": gift.quantity, "unit": gift.unit}


def _agreement_data(agreement, public):
    return {
        "name": agreement.title,
        "number": agreement.number,
        "parties": [name_for_reader(party, public=public) for party in agreement.parties.all()],
        "signed_first": _iso(agreement.signed_first),
        "starts_on": _iso(agreement.starts_on),
        "ends_on": _iso(agreement.ends_on),
    }


def _titles_of(documents):
    return [" ".join(filter(None, [document.title, document.reference])) for document in documents]


def _iso(day):
    return day.isoformat() if day else None


def _kind_data(row):
    return {
        "name": row.kind.name,
        "unit": row.kind.unit,
        "claimed": row.claimed,
        "counted": row.counted,
        "method": row.year.method if row.year else "",
    }


def _group_data(group, kind, public):
    """Return a group; members of a kind that hides them are for the office only."""
    members = [] if public and kind.members_hidden else group.memberships.all()
    return {
        "name": group.name,
        "kind": kind.name,
        "purpose": group.purpose,
        "members": [name_for_reader(member, public=public) for member in members],
        "results": [str(result) for year in group.this_year for result in year.results.all()],
    }


def _item_data(item):
    return {
        "name": item.item.standard_item.title,
        "level": item.item.level,
        "level_reason": item.item.level_reason,
        "evidence": _titles_of(item.evidence),
    }


def _paragraphs(narrative, values):
    """Return each paragraph under its primary key, which stays when its number changes."""
    placed = [("คำนำ", line) for line in narrative.preface]
    for item in narrative.items:
        for line in item.paragraphs:
            placed.append((f"ประเด็นที่ {item.number} {line.paragraph.get_section_display()}", line))
    return {
        str(line.paragraph.pk): {
            "name": f"{place} ข้อ {line.number}" if line.number else place,
            "text": plain_text(line.paragraph.text, values),
        }
        for place, line in placed
    }
