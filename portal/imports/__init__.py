"""Records from a spreadsheet that somebody sends: read, checked, shown, and written all at once."""
