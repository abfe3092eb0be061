"""What contributions come to; Contribution.objects.totals_by() adds them up."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Things:
    """Things of one sort: how many are known, and how many gifts do not say how many."""

    what: str
    unit: str
    quantity: int
    unknown: int


@dataclass(frozen=True)
class Totals:
    """What was received: baht, how many gifts of cash say how much, how many do not, and the things."""

    cash: Decimal = Decimal(0)
    cash_known: int = 0
    cash_unknown: int = 0
    things: tuple[Things, ...] = ()

    @property
    def cash_count(self):
        return self.cash_known + self.cash_unknown

    @property
    def cash_or_none(self):
        """Baht, or None when no amount at all is known: unknown is not zero."""
        return self.cash if self.cash_known else None

    @classmethod
    def of(cls, parts: "Iterable[Totals]") -> "Totals":
        """The sum of totals that were taken apart."""
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
