"""Findings: what is wrong with a record, and where to correct it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Model
from django.urls import reverse

from networks.models import School
from partners.models import Organization, OrganizationKind
from reports.models import Paragraph

LISTED = 3
Findings = Iterator["Finding"]


class Severity(StrEnum):
    """A blocker stops publishing; a warning may stand with a reason."""

    BLOCKER = "blocker"
    WARNING = "warning"


@dataclass(frozen=True)
class Finding:
    """A problem that a rule found in a record: a sentence in Thai, and the form field in which it is corrected.

    The public may read a sentence: never put the name of a private person in one.
    """

    rule: str
    record: Model
    sentence: str
    severity: Severity = Severity.WARNING
    field: str = ""

    @property
    def key(self):
        """A hash of the rule, the record and the sentence; a finding with another number has another key."""
        content = f"{self.rule}\n{self.record._meta.label}\n{self.record.pk}\n{self.sentence}"
        return hashlib.sha256(content.encode()).hexdigest()

    @property
    def is_blocker(self):
        return self.severity == Severity.BLOCKER

    @property
    def url(self):
        """The address of the form field in the admin; of a paragraph, its place on the writing screen."""
        if isinstance(self.record, Paragraph):
            write = reverse("admin:reports_annualreport_write", args=[self.record.report_id])
            return f"{write}#p-{self.record.pk}"
        is_school = isinstance(self.record, Organization) and self.record.kind in OrganizationKind.schools()
        model = School if is_school else self.record
        page = reverse(
            f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[self.record.pk]
        )
        return f"{page}#id_{self.field}" if self.field else page


def list_first(records) -> str:
    """Return the names of the first records, followed by "and others" in Thai when there are more."""
    names = " ".join(str(record) for record in records[:LISTED])
    return f"{names} และอื่น ๆ" if len(records) > LISTED else names
