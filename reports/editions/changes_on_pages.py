"""Where a live page of a signed year differs from the newest edition; in few queries."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, Prefetch
from django.db.models.fields.json import KeyTransform

from partners.models import Organization
from projects.models import Contribution, Project
from reports.editions.diff import FIELDS, figures_that_differ
from reports.editions.snapshot import gift_data, own_words
from reports.models import CopyAudience, EditionCopy


@dataclass(frozen=True)
class Since:
    """The edition of a year, and the codes of the projects that differ today."""

    year: int
    edition: int
    codes: frozenset[str]


@dataclass(frozen=True)
class ProjectSince:
    """A project of a signed year: what of it differs today; nothing when the edition does not have it."""

    year: int
    edition: int
    is_told: bool
    fields: tuple[str, ...]


@dataclass(frozen=True)
class FiguresSince:
    """The figures of a signed year that differ today, each old and new."""

    year: int
    edition: int
    rows: list[dict]


def _parts_of_editions(
    audience: CopyAudience, years: Iterable[int], *path: str
) -> dict[int, tuple[int, object]]:
    """Return for each signed year the number of its newest edition, and what its copy has under a path."""
    part = F("data")
    for key in path:
        part = KeyTransform(key, part)
    found = EditionCopy.objects.filter(audience=audience, edition__report__fiscal_year__in=years)
    rows = found.order_by("edition__number").annotate(part=part)
    rows = rows.values_list("edition__report__fiscal_year", "edition__number", "part")
    return {year: (number, found) for year, number, found in rows}


def projects_since(year: int) -> Since | None:
    """The projects of a year whose own words, gifts, or evidence at all, are not as they were signed."""
    signed = _parts_of_editions(CopyAudience.OFFICE, [year], "projects")
    number, then = signed.get(year, (None, None))
    if number is None:
        return None
    now = dict(_projects_today(year))
    differ = {code for code in {*then, *now} if not _same(then.get(code), now.get(code))}
    return Since(year, number, frozenset(differ))


def _same(then, now):
    """Whether the edition says what is known today, of which it says more."""
    if then is None or now is None:
        return False
    signed = then | {"evidence": bool(then["evidence"])}
    return all(signed[name] == value for name, value in now.items())


def _projects_today(year):
    """Each confirmed project of a year under its code, with its gifts and whether anything proves it."""
    projects = Project.objects.confirmed().in_year(year).filter(partner__in=Organization.objects.partners())
    received = Contribution.objects.received().select_related("giver")
    projects = projects.with_evidence().select_related("partner", "category")
    for project in projects.prefetch_related(Prefetch("contributions", received, to_attr="gifts")):
        gifts = [gift_data(gift, public=False) for gift in project.gifts]
        yield (
            project.code,
            own_words(project, public=False) | {"gifts": gifts, "evidence": project.has_evidence},
        )


def project_since(project: Project, now: dict) -> ProjectSince | None:
    """What of one project is not as it was signed; the order of its evidence says nothing."""
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
    """Compare the figures of today with those of each signed year under a path; what was not signed is new."""
    return [
        FiguresSince(year, number, figures_that_differ(then or dict.fromkeys(now[year]), now[year]))
        for year, (number, then) in _parts_of_editions(CopyAudience.PUBLIC, now, *path).items()
    ]
