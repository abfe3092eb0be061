"""Copy a project to the next fiscal year, without the values that change every year."""

from django.db import transaction

from portal.records import Publication
from portal.thai.digits import to_thai
from projects.models import Activity, Project, Receipt

COPIED_FIELDS = ["partner", "category", "co_organizers", "posts", "objective", "subjects"]
COPIED_FIELDS += ["venue", "subdistrict", "agreement"]


@transaction.atomic
def copy_to_next_year(project: Project) -> Project:
    """Create a draft in the next fiscal year (พ.ศ.) with ครั้งที่ one higher, and no dates, amounts, numbers or story."""
    copy = Project(
        title=_move_year(project.title, project.fiscal_year),
        occurrence=project.occurrence and project.occurrence + 1,
        fiscal_year=project.fiscal_year + 1,
        academic_year=project.academic_year and project.academic_year + 1,
        status=Publication.DRAFT,
        last_year=project,
        **{name: getattr(project, name) for name in COPIED_FIELDS},
    )
    copy.full_clean()
    copy.save()
    for activity in project.activities.all():
        Activity.objects.create(project=copy, order=activity.order, name=activity.name)
    for gift in project.contributions.all():
        _copy_row(gift, copy, receipt=Receipt.PLANNED, amount=None, quantity=None, document=None)
    for part in project.participations.all():
        _copy_row(part, copy, pupils=None, teachers=None, people=None)
    return copy


def _copy_row(row, copy, **emptied):
    row.pk, row._state.adding, row.project, row.source_note = None, True, copy, ""
    for name, value in emptied.items():
        setattr(row, name, value)
    row.save()


def _move_year(title, year):
    """Return the title with the year in it, in Arabic or Thai digits, one higher."""
    moved = title.replace(str(year), str(year + 1))
    return moved.replace(to_thai(str(year)), to_thai(str(year + 1)))
