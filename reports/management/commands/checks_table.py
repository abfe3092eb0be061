import re
from inspect import getdoc

from django.conf import settings
from django.core.management.base import BaseCommand

from reports.checks import RULES

PAGE = settings.BASE_DIR / "docs" / "checks.md"
HEAD = "| rule | severity | finds |\n|---|---|---|\n"
TABLE = re.compile(re.escape(HEAD) + r"(?:\|.*\n)*")


class Command(BaseCommand):
    help = "Write the table of rules in docs/checks.md from the docstrings of the rules."

    def handle(self, **options):
        PAGE.write_text(with_table(PAGE.read_text()))


def with_table(page: str) -> str:
    """Return the page with the table of the rules as they are now."""
    rules = sorted(RULES, key=severity_of)
    rows = "".join(f"| `{rule.__name__}` | {severity_of(rule)} | {found_by(rule)} |\n" for rule in rules)
    return TABLE.sub(lambda old: HEAD + rows, page, count=1)


def found_by(rule) -> str:
    """Return what a rule finds: the first paragraph of its docstring, without its verb."""
    first, *_ = getdoc(rule).split("\n\n")
    return " ".join(first.split()).removeprefix("Find ").removesuffix(".")


def severity_of(rule) -> str:
    """Return whether a rule blocks or warns, as its code says."""
    return "blocker" if "BLOCKER" in rule.__code__.co_names else "warning"
