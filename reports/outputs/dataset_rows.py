"""The rows of the open data, each as the values of its columns, made of a year's summary.

In the workbook of the office (`public=False`) private people bear their own names.
"""

from networks.models import Group, School
from partners.models import FormerName, Organization
from portal.thai.dates import fiscal_year_bounds
from projects.models import Contribution


def _place(subdistrict):
    if not subdistrict:
        return {"subdistrict_code": None, "subdistrict": "", "district": ""}
    return {
        "subdistrict_code": subdistrict.code,
        "subdistrict": subdistrict.name,
        "district": subdistrict.district.name,
    }


def _body(name, organization, former, public):
    return {
        f"{name}_code": organization.code,
        f"{name}_name": _name(organization, former, public),
        f"{name}_kind": former.get(organization.pk, organization).kind,
    }


def _name(organization, former, public):
    is_told = organization.is_person and not public
    return organization.full_name if is_told else former.get(organization.pk, organization).public_name


def _former_names(day):
    """Of each organization that was renamed after the day, the name it bore on it."""
    renamed = FormerName.objects.filter(until__gte=day).values("organization")
    organizations = Organization.objects.filter(pk__in=renamed).order_by().prefetch_related("former_names")
    return {organization.pk: organization.as_of(day) for organization in organizations}


def rows_of_projects(summary, *, public=True):
    former = _former_names(summary.last_day)
    for line in summary.projects:
        project = line.project
        yield {
            "code": project.code,
            "fiscal_year": project.fiscal_year,
            "position": project.position,
            "title": project.full_title,
            "category": project.category.name if project.category else "",
            **_body("partner", project.partner, former, public),
            "start_date": project.starts_on,
            "end_date": project.ends_on,
            "venue": project.venue,
            **_place(project.subdistrict),
            "cash_baht": line.totals.cash_or_none,
            "cash_unknown": line.totals.cash_unknown,
            "has_evidence": bool(line.evidence),
        }


def rows_of_contributions(summary, *, public=True):
    former = _former_names(summary.last_day)
    gifts = Contribution.objects.confirmed().in_year(summary.fiscal_year).received()
    for gift in gifts.select_related("project", "giver", "recipient").order_by(
        "project__position", "order", "pk"
    ):
        recipient = _name(gift.recipient, former, public) if gift.recipient else gift.recipient_words
        yield {
            "project_code": gift.project.code,
            "fiscal_year": summary.fiscal_year,
            **_body("giver", gift.giver, former, public),
            "form": gift.form,
            "amount_baht": gift.amount,
            "what": gift.what,
            "quantity": gift.quantity,
            "unit": gift.unit,
            "recipient_name": recipient,
        }


def rows_of_partners(summary):
    for part, givers in (("partner", summary.partners), ("supporter", summary.supporters)):
        for giver in givers:
            yield {
                "code": giver.organization.code,
                "fiscal_year": summary.fiscal_year,
                "part": part,
                "name": giver.name,
                "kind": giver.kind.value,
                "projects": len(giver.projects) if part == "partner" else 0,
                "cash_baht": giver.totals.cash_or_none,
                "cash_unknown": giver.totals.cash_unknown,
            }


def rows_of_schools(summary):
    former = _former_names(summary.last_day)
    schools = (
        School.objects.with_newest_numbers(until=summary.fiscal_year)
        .exclude(active_to__lt=summary.first_day)
        .exclude(active_from__gt=summary.last_day)
    )
    for school in schools.select_related("subdistrict__district"):
        yield {
            "code": school.code,
            "fiscal_year": summary.fiscal_year,
            "name": former.get(school.pk, school).public_name,
            "smis_code": school.smis_code,
            "moe_code": school.moe_code,
            "affiliation": school.affiliation,
            **_place(school.subdistrict),
            "academic_year": school.academic_year,
            "pupils": school.pupils,
            "teachers": school.teachers,
        }


def rows_of_agreements(summary, *, public=True):
    former = _former_names(summary.last_day)
    for row in summary.agreements:
        agreement, parties = row.agreement, row.agreement.parties.all()
        names = [_name(p.organization, former, public) if p.organization else p.words for p in parties]
        yield {
            "code": agreement.code,
            "fiscal_year": summary.fiscal_year,
            "title": agreement.title,
            "number": agreement.number,
            "subject": agreement.subject,
            "party_codes": "; ".join(party.organization.code for party in parties if party.organization),
            "party_names": "; ".join(names),
            "signed_first": agreement.signed_first,
            "signed_last": agreement.signed_last,
            "start_date": agreement.starts_on,
            "end": agreement.end,
            "end_date": agreement.ends_on,
            "state": row.state.value,
            "state_on": summary.as_of,
        }


def rows_of_groups(summary):
    groups = Group.objects.existing_between(*fiscal_year_bounds(summary.fiscal_year))
    for group in groups.select_related("kind", "subdistrict__district", "district", "order_document"):
        yield {
            "code": group.code,
            "fiscal_year": summary.fiscal_year,
            "kind": group.kind.name,
            "name": group.name,
            "scope": group.scope or group.kind.scope,
            "formality": group.formality or group.kind.formality,
            "order_number": group.order_document.number if group.order_document else "",
            **_place(group.subdistrict),
            "district": group.area_district.name if group.area_district else "",
            "established_on": group.established_on,
            "dissolved_on": group.dissolved_on,
        }
