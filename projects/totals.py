"""Totals of contributions, as ContributionQuerySet.totals_by() computes them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Things:
    """Things of one sort: the known quantity, and the number of gifts of unknown quantity."""

    what: str
    unit: str
    quantity: int
    unknown: int


@dataclass(frozen=True)
class Totals:
    """Cash received in baht, the numbers of cash gifts of known and unknown amount, and things."""

    cash: Decimal = Decimal(0)
    cash_known: int = 0
    cash_unknown: int = 0
    things: tuple[Things, ...] = ()

    @property
    def cash_count(self):
        return self.cash_known + self.cash_unknown

    @property
    def cash_or_none(self):
        """The cash in baht, or None when no amount is known: unknown is not zero."""
        return self.cash if self.cash_known else None

    @classmethod
    def of(cls, parts: "Iterable[Totals]") -> "Totals":
        """Return the sum of totals."""
        parts = list(parts)
        things: defaultdict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
        for thing in (thing for part in parts for thing in part.things):
            things[thing.what, thing.unit][0] += thing.quantity
            things[thing.what, thing.unit][1] += thing.unknown
        return cls(
            cash=sum((part.cash for part in parts), Decimal(0)),
            cash_known=sum(part.cash_known for part in parts),
            cash_unknown=sum(part.cash_unknown for part in parts),
            things=tuple(Things(*key, *counts) for key, counts in sorted(things.items())),
        )
