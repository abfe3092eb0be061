"""The history of a record, for staff to look up or restore."""
