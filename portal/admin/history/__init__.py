"""What was changed in a record, for staff to look up or restore."""
