"""Turning HTML into archival PDF."""
