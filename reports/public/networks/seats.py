"""The seats of a group, with what the reader may know of the members."""

from dataclasses import dataclass
from functools import cached_property

from networks.access import director_of, reads_group_people
from networks.models import Membership, Position
from networks.models.schools import NUMBERS, newest_number, size_of
from partners.models import OrganizationKind


@dataclass(frozen=True)
class Seat:
    """A membership with the name, phone and school director that the reader may know."""

    membership: Membership
    name: str
    phone: str
    director: object

    @property
    def of_school(self):
        """Whether the seat makes a school a member of the group."""
        holder = self.membership.organization
        belongs = self.membership.group.kind.schools_belong
        return belongs and bool(holder) and holder.kind in OrganizationKind.schools()

    @property
    def size(self):
        return size_of(self.membership.pupils)


class Seats:
    """The seats of a group by their state on a day; none are read when the reader may not see members."""

    def __init__(self, group, user, on):
        self.group, self.on = group, on
        self.people = reads_group_people(user, group)
        self.hidden = group.kind.members_hidden and not user.is_authenticated

    @cached_property
    def all(self):
        if self.hidden:
            return []
        memberships = self.group.memberships.select_related("organization__subdistrict__district").annotate(
            **{name: newest_number(name, "organization") for name in NUMBERS}
        )
        related = ["former_names", "contacts"] if self.people else ["former_names"]
        memberships = memberships.prefetch_related(*(f"organization__{name}" for name in related))
        rank = list(Position)
        return [
            self._seat_of(membership)
            for membership in sorted(memberships, key=lambda membership: rank.index(membership.position))
        ]

    def _seat_of(self, membership):
        name = membership.display_name(self.on, people=self.people)
        if not self.people:
            return Seat(membership, name, "", None)
        organization = membership.organization
        director = director_of(organization.contacts.all()) if organization else None
        return Seat(membership, name, membership.phone or (director.phone if director else ""), director)

    @cached_property
    def now(self):
        return [seat for seat in self.all if self._is_begun(seat) and not self._is_ended(seat)]

    @cached_property
    def past(self):
        """Ended seats, the latest first."""
        ended = [seat for seat in self.all if self._is_ended(seat)]
        return sorted(ended, key=lambda seat: seat.membership.to_on, reverse=True)

    @property
    def ahead(self):
        return [seat for seat in self.all if not self._is_begun(seat)]

    @property
    def chairs(self):
        return [seat for seat in self.now if seat.membership.position == Position.CHAIR]

    @property
    def committee(self):
        """The seats of today without plain school members, which have their own table."""
        return [
            seat for seat in self.now if not (seat.of_school and seat.membership.position == Position.MEMBER)
        ]

    @cached_property
    def schools(self):
        """One seat for each member school."""
        seats = {seat.membership.organization_id: seat for seat in self.now if seat.of_school}
        return sorted(seats.values(), key=lambda seat: seat.membership.organization.sort_key)

    @property
    def vacancies(self):
        """Vacant positions once filled, and the chair of any group that had members, each with its last seat."""
        if not self.all:
            return []
        last = {seat.membership.position: seat for seat in reversed(self.past)}
        vacant = ({Position.CHAIR, *last} - {Position.MEMBER}) - {
            seat.membership.position for seat in self.now
        }
        return [(position, last.get(position)) for position in Position if position in vacant]

    def _is_begun(self, seat):
        return not (seat.membership.from_on and seat.membership.from_on > self.on)

    def _is_ended(self, seat):
        return bool(seat.membership.to_on and seat.membership.to_on < self.on)
