"""A project carried into the next fiscal year: who and what stay, what only that year can say is left empty."""

from django.db import transaction

from portal.records import Publication
from portal.thai.digits import to_thai
from projects.models import Activity, Project, Receipt

STAYS = (
    "partner",
    "category",
    "co_organizers",
    "posts",
    "objective",
    "subjects",
    "venue",
    "subdistrict",
    "agreement",
)


@transaction.atomic
def copy_to_next_year(project: Project) -> Project:
    """A draft of the next fiscal year (พ.ศ.): ครั้งที่ goes up by one; dates, amounts, numbers and story are empty."""
    copy = Project(
        title=_in_next_year(project.title, project.fiscal_year),
        occurrence=project.occurrence and project.occurrence + 1,
        fiscal_year=project.fiscal_year + 1,
        academic_year=project.academic_year and project.academic_year + 1,
        status=Publication.DRAFT,
        last_year=project,
        **{name: getattr(project, name) for name in STAYS},
    )
    copy.full_clean()
    copy.save()
    for activity in project.activities.all():
        Activity.objects.create(project=copy, order=activity.order, name=activity.name)
    for gift in project.contributions.all():
        _carry(gift, copy, receipt=Receipt.PLANNED, amount=None, quantity=None, document=None)
    for part in project.participations.all():
        _carry(part, copy, pupils=None, teachers=None, people=None)
    return copy


def _carry(row, copy, **emptied):
    row.pk, row._state.adding, row.project, row.source_note = None, True, copy, ""
    for name, value in emptied.items():
        setattr(row, name, value)
    row.save()


def _in_next_year(title, year):
    """The title with the year it bears, in either digits, moved on by one."""
    moved = title.replace(str(year), str(year + 1))
    return moved.replace(to_thai(str(year)), to_thai(str(year + 1)))
