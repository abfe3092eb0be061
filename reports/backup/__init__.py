"""Backup of the whole portal in one file, and restoring it."""
