"""The public pages of projects with what was given."""
