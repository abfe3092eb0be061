"""Records as spreadsheets, out of the portal or into it."""
