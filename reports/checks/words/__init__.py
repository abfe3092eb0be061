"""What is wrong in the words of a report."""
