"""Rules about the records of a year."""
