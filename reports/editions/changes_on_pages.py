"""The differences between a live page of a signed year and the newest edition, in few queries."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, Prefetch
from django.db.models.fields.json import KeyTransform

from partners.models import Organization
from projects.models import Contribution, Project
from reports.editions.diff import FIELDS, figures_that_differ
from reports.editions.snapshot import gift_data, own_fields
from reports.models import CopyAudience, EditionCopy


@dataclass(frozen=True)
class ProjectsSince:
    """The newest edition of a year, and the codes of the projects that differ from it today."""

    year: int
    edition: int
    codes: frozenset[str]


@dataclass(frozen=True)
class ProjectSince:
    """A project of a signed year, whether the edition has it, and which of its fields differ today."""

    year: int
    edition: int
    is_included: bool
    fields: tuple[str, ...]


@dataclass(frozen=True)
class FiguresSince:
    """The figures of a signed year that differ today, old and new."""

    year: int
    edition: int
    rows: list[dict]


def _parts_of_editions(
    audience: CopyAudience, years: Iterable[int], *path: str
) -> dict[int, tuple[int, object]]:
    """Return for each signed year the number of its newest edition, and the data of its copy under a path."""
    part = F("data")
    for key in path:
        part = KeyTransform(key, part)
    copies = EditionCopy.objects.filter(audience=audience, edition__report__fiscal_year__in=years)
    rows = copies.order_by("edition__number").annotate(part=part)
    rows = rows.values_list("edition__report__fiscal_year", "edition__number", "part")
    return {year: (number, part) for year, number, part in rows}


def projects_since(year: int) -> ProjectsSince | None:
    """Return the projects of a signed year that differ from its edition in fields, gifts or having evidence."""
    signed = _parts_of_editions(CopyAudience.OFFICE, [year], "projects")
    number, then = signed.get(year, (None, None))
    if number is None:
        return None
    now = dict(_projects_today(year))
    differing = {code for code in {*then, *now} if not _is_same(then.get(code), now.get(code))}
    return ProjectsSince(year, number, frozenset(differing))


def _is_same(then, now):
    """Return whether the edition, which has more fields, has the values of today."""
    if then is None or now is None:
        return False
    signed = then | {"evidence": bool(then["evidence"])}
    return all(signed[name] == value for name, value in now.items())


def _projects_today(year):
    """Yield the code and data of each confirmed project of a year, with its gifts and whether it has evidence."""
    projects = Project.objects.confirmed().in_year(year).filter(partner__in=Organization.objects.partners())
    received = Contribution.objects.received().select_related("giver")
    projects = projects.with_evidence().select_related("partner", "category")
    for project in projects.prefetch_related(Prefetch("contributions", received, to_attr="gifts")):
        gifts = [gift_data(gift, public=False) for gift in project.gifts]
        related = {"gifts": gifts, "evidence": project.has_evidence}
        yield project.code, own_fields(project, public=False) | related


def project_since(project: Project, now: dict) -> ProjectSince | None:
    """Return which fields of a project of a signed year differ from its edition, but for the order of evidence."""
    year = project.fiscal_year
    signed = _parts_of_editions(CopyAudience.OFFICE, [year], "projects", project.code)
    number, then = signed.get(year, (None, None))
    if number is None:
        return None
    if then is None:
        return ProjectSince(year, number, False, ())
    then, now = ({**side, "evidence": sorted(side["evidence"])} for side in (then, now))
    fields = tuple(FIELDS[name] for name in now if now[name] != then.get(name))
    return ProjectSince(year, number, True, fields)


def figures_since(now: dict[int, dict], *path: str) -> list[FiguresSince]:
    """Compare the figures of today with those of each signed year under a path; an unsigned figure is new."""
    return [
        FiguresSince(year, number, figures_that_differ(then or dict.fromkeys(now[year]), now[year]))
        for year, (number, then) in _parts_of_editions(CopyAudience.PUBLIC, now, *path).items()
    ]
