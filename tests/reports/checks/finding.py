"""What a rule finds in a year."""

from reports.figures.summary import summarize
from reports.text.narrative import narrate


def findings_of(rule, clean_year):
    """The findings of one rule in the clean year, as it stands now."""
    return list(rule(summarize(clean_year.year, today=clean_year.last), narrate(clean_year.year)))
