"""Which record a row of a spreadsheet means."""
