"""The pages of a year's report."""
