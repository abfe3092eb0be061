"""Where what a live page tells of a signed year is otherwise than in its newest edition; in few queries."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, Prefetch
from django.db.models.fields.json import KeyTransform

from partners.models import Organization
from projects.models import Contribution, Project
from reports.editions.diff import FIELDS, figures_that_differ
from reports.editions.snapshot import gift_data, own_words
from reports.models import Edition


@dataclass(frozen=True)
class Since:
    """The edition of a year, and the codes of the projects that are told otherwise today."""

    year: int
    edition: int
    codes: frozenset[str]


@dataclass(frozen=True)
class ProjectSince:
    """A project of a signed year: what of it is told otherwise today; nothing when the edition does not have it."""

    year: int
    edition: int
    is_told: bool
    fields: tuple[str, ...]


@dataclass(frozen=True)
class FiguresSince:
    """The figures of a signed year that are told otherwise today, each old and new."""

    year: int
    edition: int
    rows: list[dict]


def _parts_of_editions(years: Iterable[int], *path: str) -> dict[int, tuple[int, object]]:
    """Of each signed year the number of its newest edition, and what stands in it under a path."""
    part = F(path[0])
    for key in path[1:]:
        part = KeyTransform(key, part)
    found = Edition.objects.filter(report__fiscal_year__in=years).order_by("number")
    rows = found.annotate(part=part).values_list("report__fiscal_year", "number", "part")
    return {year: (number, told) for year, number, told in rows}


def projects_since(year: int) -> Since | None:
    """The projects of a year whose own words, gifts, or evidence at all, are not as they were signed."""
    number, then = _parts_of_editions([year], "internal_data", "projects").get(year, (None, None))
    if number is None:
        return None
    now = dict(_told_today(year))
    differ = {code for code in {*then, *now} if not _same(then.get(code), now.get(code))}
    return Since(year, number, frozenset(differ))


def _same(then, now):
    """Whether the edition says what is told today, which is less."""
    if then is None or now is None:
        return False
    told = then | {"evidence": bool(then["evidence"])}
    return all(told[name] == value for name, value in now.items())


def _told_today(year):
    """Each confirmed project of a year under its code, with its gifts and whether anything proves it."""
    told = Project.objects.confirmed().in_year(year).filter(partner__in=Organization.objects.partners())
    gifts = Contribution.objects.received().select_related("giver")
    told = told.with_evidence().select_related("partner", "category")
    for project in told.prefetch_related(Prefetch("contributions", gifts, to_attr="gifts")):
        gifts = [gift_data(gift, public=False) for gift in project.gifts]
        yield (
            project.code,
            own_words(project, public=False) | {"gifts": gifts, "evidence": project.has_evidence},
        )


def project_since(project: Project, now: dict) -> ProjectSince | None:
    """What of one project is not as it was signed; the order of its evidence says nothing."""
    year = project.fiscal_year
    number, then = _parts_of_editions([year], "internal_data", "projects", project.code).get(
        year, (None, None)
    )
    if number is None:
        return None
    if then is None:
        return ProjectSince(year, number, False, ())
    then, now = ({**told, "evidence": sorted(told["evidence"])} for told in (then, now))
    fields = tuple(FIELDS[name] for name in now if now[name] != then.get(name))
    return ProjectSince(year, number, True, fields)


def figures_since(now: dict[int, dict], *path: str) -> list[FiguresSince]:
    """Of each signed year its figures of today against those under a path; what was not signed is told as new."""
    return [
        FiguresSince(year, number, figures_that_differ(then or dict.fromkeys(now[year]), now[year]))
        for year, (number, then) in _parts_of_editions(now, "public_data", *path).items()
    ]
