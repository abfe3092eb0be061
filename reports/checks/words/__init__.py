"""Rules about the texts of a report."""
