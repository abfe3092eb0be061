"""The screens of the yearly report, where Django looks for them."""

from reports.desk.screens import AnnualReportAdmin, ParagraphAdmin, ReportItemAdmin, StandardAdmin

__all__ = ["AnnualReportAdmin", "ParagraphAdmin", "ReportItemAdmin", "StandardAdmin"]
