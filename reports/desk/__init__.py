"""The staff's screens of a year."""
