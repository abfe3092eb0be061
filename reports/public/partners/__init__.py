"""The public pages of partners."""
