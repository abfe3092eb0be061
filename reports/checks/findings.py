"""What a rule finds: the record, a sentence in Thai that names it and the mending, and how grave it is."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Model
from django.urls import reverse

from networks.models import School
from partners.models import Organization, OrganizationKind
from reports.models import Paragraph


class Severity(StrEnum):
    """A blocker stops publishing; a warning may stand with a reason."""

    BLOCKER = "blocker"
    WARNING = "warning"


@dataclass(frozen=True)
class Finding:
    """One thing to mend: the rule that found it, the record it is about, a sentence in Thai, the box it is mended in.

    No sentence tells the name of a private person: outsiders may read one.
    """

    rule: str
    record: Model
    sentence: str
    severity: Severity = Severity.WARNING
    field: str = ""

    @property
    def key(self):
        """The same for the same sentence of the same rule about the same record; a new number is a new finding."""
        told = f"{self.rule}\n{self.record._meta.label}\n{self.record.pk}\n{self.sentence}"
        return hashlib.sha256(told.encode()).hexdigest()

    @property
    def is_blocker(self):
        return self.severity == Severity.BLOCKER

    @property
    def url(self):
        """The screen on which the record is mended, at its box; a paragraph is, where the year is written."""
        if isinstance(self.record, Paragraph):
            write = reverse("admin:reports_annualreport_write", args=[self.record.report_id])
            return f"{write}#p-{self.record.pk}"
        model = School if _is_school(self.record) else self.record
        page = reverse(
            f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[self.record.pk]
        )
        return f"{page}#id_{self.field}" if self.field else page


def _is_school(record):
    return isinstance(record, Organization) and record.kind in OrganizationKind.schools()
