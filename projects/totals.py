"""The one place where contributions are added up."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db import models
from django.db.models import Count, Sum

from portal.records import Publication


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
        things = defaultdict(lambda: [0, 0])
        for thing in (thing for part in parts for thing in part.things):
            things[thing.what, thing.unit][0] += thing.quantity
            things[thing.what, thing.unit][1] += thing.unknown
        return cls(
            cash=sum((part.cash for part in parts), Decimal(0)),
            cash_known=sum(part.cash_known for part in parts),
            cash_unknown=sum(part.cash_unknown for part in parts),
            things=tuple(Things(*key, *counts) for key, counts in sorted(things.items())),
        )


class ContributionQuerySet(models.QuerySet):
    def confirmed(self):
        """Those of confirmed projects."""
        return self.filter(project__status=Publication.CONFIRMED)

    def in_year(self, fiscal_year):
        """A contribution's year is its project's."""
        return self.filter(project__fiscal_year=fiscal_year)

    def totals(self) -> Totals:
        """What was received in all."""
        return self.totals_by().get((), Totals())

    def totals_by(self, *fields) -> dict[tuple, Totals]:
        """What was received, apart by the values of the fields; one query."""
        rows = (
            self.filter(receipt="received")
            .order_by()
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
        for row in rows:
            key, rest = tuple(row[: len(fields)]), row[len(fields) :]
            form, what, unit, cash, with_amount, quantity, with_quantity, count = rest
            if form == "cash":
                part = Totals(cash or Decimal(0), with_amount, count - with_amount)
            else:
                part = Totals(things=(Things(what, unit, quantity or 0, count - with_quantity),))
            parts[key].append(part)
        return {key: Totals.of(group) for key, group in parts.items()}
