"""The rules that find missing or contradictory records and texts of a year, one function each."""

from reports.checks.findings import Finding, Severity
from reports.checks.records import agreements, evidence, groups, money, names, projects, report_items
from reports.checks.words import blanks, claims, counts, paragraphs, private_people, typing_slips
from reports.figures.summary import YearSummary
from reports.text.narrative import Narrative

# In the order in which their findings are shown.
RULES = (
    blanks.blank_in_words,
    blanks.stand_in,
    blanks.weekday_is_not_the_dates,
    blanks.unknown_figure,
    private_people.private_name_in_words,
    private_people.id_number_in_words,
    evidence.without_evidence,
    evidence.evidence_of_another_year,
    evidence.evidence_title_nearly_the_projects,
    evidence.number_year_is_not_the_dates,
    money.amount_unknown,
    money.quantity_unknown,
    money.one_giver_above_half,
    projects.date_unknown,
    projects.venue_unknown,
    projects.label_year_is_not_the_dates,
    projects.title_year_is_another,
    projects.pupils_beyond_the_schools,
    agreements.agreement_ended_before_the_project,
    agreements.agreement_end_unknown,
    agreements.agreement_undated,
    groups.claimed_is_not_counted,
    groups.strands_without_group,
    groups.network_without_schools,
    groups.schools_without_network,
    groups.committee_without_members,
    groups.teams_unknown,
    groups.teams_beyond_staff,
    counts.count_in_words_is_not_the_records,
    counts.money_in_words_is_not_the_records,
    claims.all_strands_claimed,
    claims.all_schools_claimed,
    claims.all_districts_claimed,
    claims.all_groups_claimed,
    paragraphs.copied_unconfirmed,
    paragraphs.year_in_words_is_another,
    paragraphs.paragraph_twice,
    paragraphs.paragraph_waiting,
    report_items.section_empty,
    report_items.item_without_evidence,
    report_items.level_unknown,
    report_items.indicator_unknown,
    report_items.point_left_out,
    names.projects_nearly_alike,
    names.organizations_nearly_alike,
    names.groups_nearly_alike,
    names.other_spelling_in_words,
    typing_slips.known_slip,
    typing_slips.doubled_word,
    typing_slips.two_units,
)


def check(summary: YearSummary, narrative: Narrative) -> tuple[Finding, ...]:
    """Return all findings of the year, blockers first, in the order of the rules."""
    findings = [finding for rule in RULES for finding in rule(summary, narrative)]
    return tuple(sorted(findings, key=lambda finding: not finding.is_blocker))
