"""The kinds of group of a fiscal year, with their claimed numbers, groups and members."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Prefetch, prefetch_related_objects

from networks.models import Group, GroupKind, GroupYear, KindYear, Membership


@dataclass(frozen=True)
class GroupKindInYear:
    """A kind of group in a fiscal year, with its groups."""

    kind: GroupKind
    year: KindYear | None
    groups: tuple[Group, ...]

    @property
    def counted(self):
        return len(self.groups)

    @property
    def is_plain(self):
        """Tell whether no group has members, an order or records of the year."""
        return not any(g.memberships.all() or g.order_document or g.this_year for g in self.groups)

    @property
    def claimed(self):
        return self.year.claimed if self.year else None


def kinds_of_groups(fiscal_year, first_day, last_day):
    """Return the kinds of group with groups or a claimed number in the year, in their order."""
    years = KindYear.objects.filter(fiscal_year=fiscal_year).select_related("kind")
    members = Membership.objects.select_related("organization").active_between(first_day, last_day)
    group_years = GroupYear.objects.filter(fiscal_year=fiscal_year).prefetch_related("results")
    groups = (
        Group.objects.existing_between(first_day, last_day)
        .select_related("kind", "order_document")
        .prefetch_related(
            Prefetch("memberships", members), Prefetch("years", group_years, to_attr="this_year")
        )
    )
    year_of = {row.kind_id: row for row in years}
    groups_of = defaultdict(list)
    for group in groups:
        groups_of[group.kind_id].append(group)
    kinds = {row.kind_id: row.kind for row in (*years, *groups)}
    prefetch_related_objects(list(kinds.values()), "duties")
    return tuple(
        GroupKindInYear(kind, year_of.get(kind.pk), tuple(groups_of[kind.pk]))
        for kind in sorted(kinds.values(), key=lambda kind: (kind.order, kind.pk))
    )
