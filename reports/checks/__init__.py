"""What is missing or contradictory in a year's records and words: one small function a rule."""

from reports.checks.findings import Finding, Severity
from reports.checks.records.agreements import (
    agreement_end_unknown,
    agreement_ended_before_the_project,
    agreement_undated,
)
from reports.checks.records.evidence import (
    evidence_of_another_year,
    evidence_title_nearly_the_projects,
    number_year_is_not_the_dates,
    without_evidence,
)
from reports.checks.records.groups import (
    claimed_is_not_counted,
    committee_without_members,
    network_without_schools,
    schools_without_network,
    strands_without_group,
    teams_beyond_staff,
    teams_unknown,
)
from reports.checks.records.money import amount_unknown, one_giver_above_half, quantity_unknown
from reports.checks.records.names import (
    groups_nearly_alike,
    organizations_nearly_alike,
    other_spelling_in_words,
    projects_nearly_alike,
)
from reports.checks.records.participants import pupils_beyond_the_schools
from reports.checks.records.projects import (
    date_unknown,
    label_year_is_not_the_dates,
    title_year_is_another,
    venue_unknown,
)
from reports.checks.records.report_items import (
    indicator_unknown,
    item_without_evidence,
    level_unknown,
    point_left_out,
    section_empty,
)
from reports.checks.words.blanks import blank_in_words, stand_in, two_units, weekday_is_not_the_dates
from reports.checks.words.claims import (
    all_districts_claimed,
    all_groups_claimed,
    all_schools_claimed,
    all_strands_claimed,
)
from reports.checks.words.counts import count_in_words_is_not_the_records, money_in_words_is_not_the_records
from reports.checks.words.paragraphs import (
    copied_unconfirmed,
    paragraph_twice,
    paragraph_waiting,
    year_in_words_is_another,
)
from reports.checks.words.private_people import id_number_in_words, private_name_in_words
from reports.checks.words.typing_slips import doubled_word, known_slip
from reports.checks.words.unknown_figures import unknown_figure
from reports.figures.summary import YearSummary
from reports.text.narrative import Narrative

RULES = (
    blank_in_words,
    stand_in,
    copied_unconfirmed,
    unknown_figure,
    private_name_in_words,
    id_number_in_words,
    weekday_is_not_the_dates,
    without_evidence,
    evidence_of_another_year,
    evidence_title_nearly_the_projects,
    number_year_is_not_the_dates,
    amount_unknown,
    quantity_unknown,
    one_giver_above_half,
    date_unknown,
    venue_unknown,
    label_year_is_not_the_dates,
    title_year_is_another,
    pupils_beyond_the_schools,
    agreement_ended_before_the_project,
    agreement_end_unknown,
    agreement_undated,
    claimed_is_not_counted,
    strands_without_group,
    network_without_schools,
    schools_without_network,
    committee_without_members,
    teams_unknown,
    teams_beyond_staff,
    count_in_words_is_not_the_records,
    money_in_words_is_not_the_records,
    all_strands_claimed,
    all_schools_claimed,
    all_districts_claimed,
    all_groups_claimed,
    year_in_words_is_another,
    paragraph_twice,
    paragraph_waiting,
    section_empty,
    item_without_evidence,
    level_unknown,
    indicator_unknown,
    point_left_out,
    projects_nearly_alike,
    organizations_nearly_alike,
    groups_nearly_alike,
    other_spelling_in_words,
    known_slip,
    doubled_word,
    two_units,
)

__all__ = ["RULES", "Finding", "Severity", "check", *(rule.__name__ for rule in RULES)]


def check(summary: YearSummary, narrative: Narrative) -> tuple[Finding, ...]:
    """All findings of the year, rule by rule."""
    return tuple(finding for rule in RULES for finding in rule(summary, narrative))
