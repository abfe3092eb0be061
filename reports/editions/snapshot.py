"""A report as plain JSON, to compare and to download; it is never read back into records."""

from projects.models import GiftForm
from reports.editions.snapshot_figures import baht_or_none, given, kept_figures
from reports.report import Report
from reports.text.markup import plain_text
from reports.text.placeholders import values_of

SCHEMA = 1


def edition_data(report: Report) -> dict:
    """Figures, and each record under its code, as the public or the office may read it; money as text in baht."""
    summary, narrative = report.summary, report.narrative
    return {
        "schema": SCHEMA,
        "fiscal_year": summary.fiscal_year,
        "title": narrative.report.title if narrative.report else "",
        "figures": kept_figures(summary.figures),
        "partners": {
            giver.organization.code: _giver(giver) for giver in (*summary.partners, *summary.supporters)
        },
        "projects": {line.project.code: _project(line, report.public) for line in summary.projects},
        "agreements": {
            line.agreement.code: _agreement(line.agreement, report.public) for line in summary.agreements
        },
        "kinds": {str(row.kind.pk): _kind(row) for row in summary.kinds},
        "groups": {
            group.code: _group(group, row.kind, report.public)
            for row in summary.kinds
            for group in row.groups
        },
        "items": {item.item.standard_item.number: _item(item) for item in narrative.items},
        "paragraphs": dict(_paragraphs(narrative, values_of(summary))),
    }


def _named(record, public):
    """Of a private person the public reads the role."""
    return record.public_name if public else record.full_name


def _giver(giver):
    return {
        "name": giver.name,
        "kind": str(giver.kind.label),
    } | given(giver.totals)


def _project(line, public):
    project = line.project
    return project_data(
        project,
        public,
        activities=project.activities.all(),
        participations=project.participations.all(),
        results=project.results.all(),
        gifts=line.gifts,
        totals=line.totals,
        evidence=line.evidence,
    )


def project_data(project, public, *, activities, participations, results, gifts, totals, evidence) -> dict:
    """A project with the rows that were read of it."""
    return own_words(project, public) | {
        "activities": [str(activity) for activity in activities],
        "participants": [
            " ".join(filter(None, [_named(part, public), part.detail, part.numbers]))
            for part in participations
        ],
        "results": [str(result) for result in results],
        "cash": baht_or_none(totals.cash_or_none),
        "gifts": [gift_data(gift, public) for gift in gifts],
        "evidence": [" ".join(filter(None, [d.title, d.reference])) for d in evidence],
    }


def own_words(project, public) -> dict:
    """What a project says by itself."""
    return {
        "name": project.full_title,
        "partner": _named(project.partner, public),
        "category": project.category.name if project.category else "",
        "when": project.when or "",
        "venue": project.venue,
        "academic_year": project.academic_year,
        "story": project.story,
        "objective": project.objective,
        "co_organizers": project.co_organizers,
        "posts": project.posts,
    }


def gift_data(gift, public) -> dict:
    giver = _named(gift.giver, public)
    if gift.form == GiftForm.CASH:
        return {"giver": giver, "cash": baht_or_none(gift.amount)}
    return {"giver": giver, "what": gift.what, "quantity": gift.quantity, "unit": gift.unit}


def _agreement(agreement, public):
    return {
        "name": agreement.title,
        "number": agreement.number,
        "parties": [_named(party, public) for party in agreement.parties.all()],
        "signed_first": _day(agreement.signed_first),
        "starts_on": _day(agreement.starts_on),
        "ends_on": _day(agreement.ends_on),
    }


def _day(day):
    return day.isoformat() if day else None


def _kind(row):
    return {
        "name": row.kind.name,
        "unit": row.kind.unit,
        "claimed": row.claimed,
        "counted": row.counted,
        "method": row.year.method if row.year else "",
    }


def _group(group, kind, public):
    """Members of a kind that hides them are for the office only."""
    members = [] if public and kind.members_hidden else group.memberships.all()
    return {
        "name": group.name,
        "kind": kind.name,
        "purpose": group.purpose,
        "members": [_named(member, public) for member in members],
        "results": [str(result) for year in group.this_year for result in year.results.all()],
    }


def _item(item):
    return {
        "name": item.item.standard_item.title,
        "level": item.item.level,
        "level_reason": item.item.level_reason,
        "evidence": [" ".join(filter(None, [d.title, d.reference])) for d in item.evidence],
    }


def _paragraphs(narrative, values):
    """Each under its own key, which stays when its number moves."""
    for line in narrative.preface:
        yield str(line.paragraph.pk), _line(line, "คำนำ", values)
    for item in narrative.items:
        for lines in item.lines.values():
            for line in lines:
                section = line.paragraph.get_section_display()
                yield (
                    str(line.paragraph.pk),
                    _line(line, f"ประเด็นที่ {item.item.standard_item.number} {section}", values),
                )


def _line(line, place, values):
    return {
        "name": f"{place} ข้อ {line.number}" if line.number else place,
        "text": plain_text(line.paragraph.text, values),
    }
