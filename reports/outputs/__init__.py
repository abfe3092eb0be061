"""The forms in which a year leaves the portal."""
