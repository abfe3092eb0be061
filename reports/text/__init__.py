"""The paragraphs of reports."""
