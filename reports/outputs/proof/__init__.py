"""Whether every form of a year says the same totals."""
