"""The year in words."""
