"""Letters of thanks to those who helped in a year."""
