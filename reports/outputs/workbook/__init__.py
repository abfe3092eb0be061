"""The year as an Excel file."""
