"""The figures of a year as an edition keeps them: money as text in baht, things by what they are."""


def figures(summary) -> dict:
    """The figures of the year, of which each total was added up by the summary."""
    return {
        "cash": baht_or_none(summary.totals.cash_or_none),
        "cash_unknown": summary.totals.cash_unknown,
        "projects": len(summary.projects),
        "partners": len(summary.partners),
        "with_evidence": len(summary.with_evidence),
        "groups": sum(told.counted for told in summary.kinds),
        "things": things_of(summary.totals),
        "by_kind": {part.label: baht_or_none(part.totals.cash_or_none) for part in summary.by_kind},
        "by_category": {part.label: baht_or_none(part.totals.cash_or_none) for part in summary.by_category},
    }


def figures_of_home(year) -> dict:
    """Those figures of an edition that are read without its stories."""
    return {
        "cash": baht_or_none(year.totals.cash_or_none),
        "cash_unknown": year.totals.cash_unknown,
        "projects": year.projects,
        "partners": len(year.partners),
        "with_evidence": year.with_evidence,
        "groups": year.groups,
        "things": things_of(year.totals),
    }


def given(totals) -> dict:
    """What somebody gave, in baht and in things."""
    return {"cash": baht_or_none(totals.cash_or_none), "things": things_of(totals)}


def baht_or_none(amount) -> str | None:
    return None if amount is None else f"{amount:.2f}"


def things_of(totals) -> list[dict]:
    return [{"what": t.what, "quantity": t.quantity or None, "unit": t.unit} for t in totals.things]
