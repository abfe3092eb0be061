"""The proof that every form of a year's report has the same totals."""
