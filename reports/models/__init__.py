"""The records of the yearly report."""

from reports.models.annual import Acknowledgement, AnnualReport, EvidenceLine, ReportItem, ReportState
from reports.models.editions import CopyAudience, Edition, EditionCopy, SignedScan
from reports.models.paragraphs import Paragraph, Section
from reports.models.print_jobs import ControlTotal, FigureSource, PrintJob, PrintJobState, Worker
from reports.models.standards import ResultsBy, Standard, StandardItem
