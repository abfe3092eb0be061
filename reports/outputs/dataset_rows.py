"""The rows of the open data from a year's summary, each with its values by column.

In the workbook of the office (`public=False`) private people have their own names.
"""

from networks.models import Group, School
from partners.models import FormerName, Organization
from portal.thai.dates import fiscal_year_bounds
from projects.models import Contribution


class OrganizationNames:
    """The names and kinds that organizations had on a day; private people have their own names for the office only."""

    def __init__(self, day, *, public=True):
        renamed = FormerName.objects.filter(until__gte=day).values("organization")
        organizations = (
            Organization.objects.filter(pk__in=renamed).order_by().prefetch_related("former_names")
        )
        self.former = {organization.pk: organization.as_of(day) for organization in organizations}
        self.public = public

    def name(self, organization):
        if organization.is_person and not self.public:
            return organization.full_name
        return self.former.get(organization.pk, organization).public_name

    def columns(self, prefix, organization):
        return {
            f"{prefix}_code": organization.code,
            f"{prefix}_name": self.name(organization),
            f"{prefix}_kind": self.former.get(organization.pk, organization).kind,
        }


def _place_columns(subdistrict):
    if not subdistrict:
        return {"subdistrict_code": None, "subdistrict": "", "district": ""}
    return {
        "subdistrict_code": subdistrict.code,
        "subdistrict": subdistrict.name,
        "district": subdistrict.district.name,
    }


def _cash_columns(totals):
    return {"cash_baht": totals.cash_or_none, "cash_unknown": totals.cash_unknown}


def rows_of_projects(summary, *, public=True):
    names = OrganizationNames(summary.last_day, public=public)
    for line in summary.projects:
        project = line.project
        yield {
            "code": project.code,
            "position": project.position,
            "title": project.full_title,
            "category": project.category.name if project.category else "",
            **names.columns("partner", project.partner),
            "start_date": project.starts_on,
            "end_date": project.ends_on,
            "venue": project.venue,
            **_place_columns(project.subdistrict),
            **_cash_columns(line.totals),
            "has_evidence": bool(line.evidence),
        }


def rows_of_contributions(summary, *, public=True):
    names = OrganizationNames(summary.last_day, public=public)
    gifts = Contribution.objects.confirmed().in_year(summary.fiscal_year).received()
    gifts = gifts.select_related("project", "giver", "recipient")
    for gift in gifts.order_by("project__position", "order", "pk"):
        yield {
            "project_code": gift.project.code,
            **names.columns("giver", gift.giver),
            "form": gift.form,
            "amount_baht": gift.amount,
            "what": gift.what,
            "quantity": gift.quantity,
            "unit": gift.unit,
            "recipient_name": names.name(gift.recipient) if gift.recipient else gift.recipient_words,
        }


def rows_of_partners(summary):
    for part, givers in (("partner", summary.partners), ("supporter", summary.supporters)):
        for giver in givers:
            yield {
                "code": giver.organization.code,
                "part": part,
                "name": giver.name,
                "kind": giver.kind.value,
                "projects": len(giver.projects) if part == "partner" else 0,
                **_cash_columns(giver.totals),
            }


def rows_of_schools(summary):
    names = OrganizationNames(summary.last_day)
    schools = (
        School.objects.with_newest_numbers(until=summary.fiscal_year)
        .exclude(active_to__lt=summary.first_day)
        .exclude(active_from__gt=summary.last_day)
    )
    for school in schools.select_related("subdistrict__district"):
        yield {
            "code": school.code,
            "name": names.name(school),
            "smis_code": school.smis_code,
            "moe_code": school.moe_code,
            "affiliation": school.affiliation,
            **_place_columns(school.subdistrict),
            "academic_year": school.academic_year,
            "pupils": school.pupils,
            "teachers": school.teachers,
        }


def rows_of_agreements(summary, *, public=True):
    names = OrganizationNames(summary.last_day, public=public)
    for row in summary.agreements:
        agreement, parties = row.agreement, row.agreement.parties.all()
        party_names = [names.name(p.organization) if p.organization else p.words for p in parties]
        yield {
            "code": agreement.code,
            "title": agreement.title,
            "number": agreement.number,
            "subject": agreement.subject,
            "party_codes": "; ".join(party.organization.code for party in parties if party.organization),
            "party_names": "; ".join(party_names),
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
            "kind": group.kind.name,
            "name": group.name,
            "scope": group.scope or group.kind.scope,
            "formality": group.formality or group.kind.formality,
            "order_number": group.order_document.number if group.order_document else "",
            **_place_columns(group.subdistrict),
            "district": group.area_district.name if group.area_district else "",
            "established_on": group.established_on,
            "dissolved_on": group.dissolved_on,
        }
