"""The fictional district, as `sample_district` makes it: three years of twenty projects each."""

from datetime import date

from reports.sample.district.build import build

TODAY = date(2026, 11, 25)


def make_district():
    """Make its records, and return its fiscal years."""
    return build(years=3, projects=60, seed=1, today=TODAY, on_progress=lambda done, projects: None)
