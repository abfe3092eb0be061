"""The public pages of schools with their networks."""
