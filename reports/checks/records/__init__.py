"""What is missing or contradictory in the records of a year."""
