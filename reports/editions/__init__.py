"""The issues of a report that are signed."""
