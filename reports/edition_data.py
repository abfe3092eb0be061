"""A report as plain JSON, to compare and to download; it is never read back into records."""

from projects.models import Form
from reports.live_figures import values_of
from reports.prose import plain_text
from reports.report import Report

SCHEMA = 1


def edition_data(report: Report) -> dict:
    """Figures, and each record under its code, as the public or the office may read it; money as text in baht."""
    summary, narrative = report.summary, report.narrative
    return {
        "schema": SCHEMA,
        "fiscal_year": summary.fiscal_year,
        "title": narrative.report.title if narrative.report else "",
        "figures": figures(summary),
        "partners": {
            giver.organization.code: _giver(giver) for giver in (*summary.partners, *summary.supporters)
        },
        "projects": {line.project.code: _project(line, report.public) for line in summary.projects},
        "agreements": {
            line.agreement.code: _agreement(line.agreement, report.public) for line in summary.agreements
        },
        "kinds": {str(told.kind.pk): _kind(told) for told in summary.kinds},
        "groups": {
            group.code: _group(group, told.kind, report.public)
            for told in summary.kinds
            for group in told.groups
        },
        "items": {item.item.standard_item.number: _item(item) for item in narrative.items},
        "paragraphs": dict(_paragraphs(narrative, values_of(summary))),
    }


def figures(summary) -> dict:
    """The figures of the year, of which each total was added up by the summary."""
    return {
        "cash": _baht(summary.totals.cash_or_none),
        "cash_unknown": summary.totals.cash_unknown,
        "projects": len(summary.projects),
        "partners": len(summary.partners),
        "with_evidence": len(summary.with_evidence),
        "groups": sum(told.counted for told in summary.kinds),
        "things": _things(summary.totals),
        "by_kind": {part.label: _baht(part.totals.cash_or_none) for part in summary.by_kind},
        "by_category": {part.label: _baht(part.totals.cash_or_none) for part in summary.by_category},
    }


def figures_of_home(year) -> dict:
    """Those figures of an edition that are read without its stories."""
    return {
        "cash": _baht(year.totals.cash_or_none),
        "cash_unknown": year.totals.cash_unknown,
        "projects": year.projects,
        "partners": len(year.partners),
        "with_evidence": year.with_evidence,
        "groups": year.groups,
        "things": _things(year.totals),
    }


def _baht(amount):
    return None if amount is None else f"{amount:.2f}"


def _things(totals):
    return [{"what": t.what, "quantity": t.quantity or None, "unit": t.unit} for t in totals.things]


def _named(record, public):
    """Of a private person the public reads the role."""
    return record.public_name if public else record.full_name


def _giver(giver):
    return {
        "name": giver.name,
        "kind": str(giver.kind.label),
        "cash": _baht(giver.totals.cash_or_none),
        "things": _things(giver.totals),
    }


def _project(line, public):
    project = line.project
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
        "activities": [str(activity) for activity in project.activities.all()],
        "participants": [
            " ".join(filter(None, [_named(part, public), part.detail, part.numbers]))
            for part in project.participations.all()
        ],
        "results": [str(result) for result in project.results.all()],
        "cash": _baht(line.totals.cash_or_none),
        "gifts": [_gift(gift, public) for gift in line.gifts],
        "evidence": [" ".join(filter(None, [d.title, d.reference])) for d in line.evidence],
    }


def _gift(gift, public):
    giver = _named(gift.giver, public)
    if gift.form == Form.CASH:
        return {"giver": giver, "cash": _baht(gift.amount)}
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


def _kind(told):
    return {
        "name": told.kind.name,
        "unit": told.kind.unit,
        "claimed": told.claimed,
        "counted": told.counted,
        "method": told.year.method if told.year else "",
    }


def _group(group, kind, public):
    """Members of a kind that hides them are told to the office only."""
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
