"""Totals of contributions: the one place where they are added up."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, QuerySet, Sum

from projects.giving import GiftForm


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


def totals_by(contributions: QuerySet, *fields: str) -> dict[tuple, Totals]:
    """Return the totals of contributions for each tuple of the fields' values, in one query."""
    rows = (
        contributions.order_by()
        .values_list(*fields, "form", "what", "unit")
        .annotate(
            cash=Sum("amount"),
            with_amount=Count("amount"),
            number=Sum("quantity"),
            with_quantity=Count("quantity"),
            gifts=Count("pk"),
        )
    )
    parts = defaultdict(list)
    for *key, form, what, unit, cash, with_amount, quantity, with_quantity, count in rows:
        if form == GiftForm.CASH:
            part = Totals(cash or Decimal(0), with_amount, count - with_amount)
        else:
            part = Totals(things=(Things(what, unit, quantity or 0, count - with_quantity),))
        parts[tuple(key)].append(part)
    return {key: Totals.of(group) for key, group in parts.items()}
