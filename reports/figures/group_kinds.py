"""The kinds of group in a fiscal year: what was claimed, which groups stood, who sat in them."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Prefetch, prefetch_related_objects

from networks.models import Group, GroupKind, GroupYear, KindYear, Membership


@dataclass(frozen=True)
class KindOfGroup:
    """A kind of group in the year: what is claimed and what is counted."""

    kind: GroupKind
    year: KindYear | None
    groups: tuple[Group, ...]

    @property
    def counted(self):
        return len(self.groups)

    @property
    def is_plain(self):
        """Whether the groups have nothing but their names."""
        return not any(g.memberships.all() or g.order_document or g.this_year for g in self.groups)

    @property
    def claimed(self):
        return self.year.claimed if self.year else None


def kinds_of_groups(fiscal_year, first_day, last_day):
    """Return the kinds that have groups or claims in the year, in their order."""
    years = KindYear.objects.filter(fiscal_year=fiscal_year).select_related("kind")
    groups = _groups(fiscal_year, first_day, last_day)
    of_year = {row.kind_id: row for row in years}
    standing = defaultdict(list)
    for group in groups:
        standing[group.kind_id].append(group)
    kinds = {row.kind_id: row.kind for row in (*years, *groups)}
    prefetch_related_objects(list(kinds.values()), "duties")
    return tuple(
        KindOfGroup(kind, of_year.get(kind.pk), tuple(standing[kind.pk]))
        for kind in sorted(kinds.values(), key=lambda kind: (kind.order, kind.pk))
    )


def _groups(fiscal_year, first_day, last_day):
    members = Membership.objects.select_related("organization").active_between(first_day, last_day)
    years = GroupYear.objects.filter(fiscal_year=fiscal_year).prefetch_related("results")
    return (
        Group.objects.existing_between(first_day, last_day)
        .select_related("kind", "order_document")
        .prefetch_related(Prefetch("memberships", members), Prefetch("years", years, to_attr="this_year"))
    )
