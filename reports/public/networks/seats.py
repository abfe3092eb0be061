"""Who sits in a group, as its reader may see it: offices, those that stand empty, schools, earlier terms."""

from dataclasses import dataclass
from functools import cached_property

from networks.access import director_of, reads_group_people
from networks.models import Membership, Position
from networks.models.schools import NUMBERS, newest_number, size_of
from partners.models import OrganizationKind


@dataclass(frozen=True)
class Seat:
    """A seat with what the reader may know of its holder."""

    membership: Membership
    name: str
    phone: str
    director: object

    @property
    def of_school(self):
        """Whether a school belongs to the group by it."""
        holder = self.membership.organization
        belongs = self.membership.group.kind.schools_belong
        return belongs and bool(holder) and holder.kind in OrganizationKind.schools()

    @property
    def size(self):
        return size_of(self.membership.pupils)


@dataclass(frozen=True)
class Vacancy:
    """An office that nobody holds, and who held it last."""

    position: Position
    last: Seat | None


class Seats:
    """All seats of a group, sorted out for a reader on a day."""

    def __init__(self, group, user, on):
        self.group, self.on = group, on
        self.people = reads_group_people(user, group)
        self.hidden = group.kind.members_hidden and not user.is_authenticated

    @cached_property
    def all(self):
        if self.hidden:
            return []
        found = self.group.memberships.select_related("organization__subdistrict__district").annotate(
            **{name: newest_number(name, "organization") for name in NUMBERS}
        )
        found = found.prefetch_related("organization__former_names")
        found = found.prefetch_related("organization__contacts") if self.people else found
        rank = list(Position)
        return sorted(map(self._seat, found), key=lambda seat: rank.index(seat.membership.position))

    def _seat(self, membership):
        holder = membership.organization
        name = membership.display_name(self.on, people=self.people)
        head = director_of(holder.contacts.all()) if holder and self.people else None
        phone = (membership.phone or (head.phone if head else "")) if self.people else ""
        return Seat(membership, name, phone, head)

    @cached_property
    def now(self):
        return [seat for seat in self.all if self._begun(seat) and not self._ended(seat)]

    @cached_property
    def past(self):
        """The last to leave first."""
        ended = [seat for seat in self.all if self._ended(seat)]
        return sorted(ended, key=lambda seat: seat.membership.to_on, reverse=True)

    @property
    def ahead(self):
        return [seat for seat in self.all if not self._begun(seat)]

    @property
    def chairs(self):
        return [seat for seat in self.now if seat.membership.position == Position.CHAIR]

    @property
    def committee(self):
        """Who sits now; where schools belong, those that are no more than members stand in their own table."""
        plain = Position.MEMBER
        return [s for s in self.now if not (s.of_school and s.membership.position == plain)]

    @cached_property
    def schools(self):
        """Each school once, however many of its seats it holds now."""
        seats = {seat.membership.organization_id: seat for seat in self.now if seat.of_school}
        return sorted(seats.values(), key=lambda seat: seat.membership.organization.sort_key)

    @property
    def vacancies(self):
        """The offices once held that nobody holds now; the chair, wherever anybody ever sat."""
        held = {seat.membership.position for seat in self.now}
        last = {seat.membership.position: seat for seat in reversed(self.past)}
        wanted = [Position.CHAIR, *(place for place in last if place != Position.MEMBER)] if self.all else []
        return [
            Vacancy(position, last.get(position))
            for position in Position
            if position in wanted and position not in held
        ]

    def _begun(self, seat):
        return not (seat.membership.from_on and seat.membership.from_on > self.on)

    def _ended(self, seat):
        return bool(seat.membership.to_on and seat.membership.to_on < self.on)
