"""The outputs of a year: PDF, Word, Excel, open data, letters and the auditor's folder."""
