"""The records of the yearly report."""

from reports.models.acknowledgements import Acknowledgement
from reports.models.annual import AnnualReport, EvidenceLine, ReportItem, ReportState
from reports.models.control_totals import ControlTotal, Source
from reports.models.editions import CopyAudience, Edition, EditionCopy, SignedScan
from reports.models.paragraphs import Paragraph, Section
from reports.models.print_jobs import PrintJob, PrintJobState, Worker
from reports.models.standards import Results, Standard, StandardItem

__all__ = [
    "Acknowledgement",
    "AnnualReport",
    "ControlTotal",
    "CopyAudience",
    "Edition",
    "EditionCopy",
    "EvidenceLine",
    "Paragraph",
    "PrintJob",
    "PrintJobState",
    "ReportItem",
    "ReportState",
    "Results",
    "Section",
    "SignedScan",
    "Source",
    "Standard",
    "StandardItem",
    "Worker",
]
