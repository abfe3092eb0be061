"""The signed editions of a year's report."""
