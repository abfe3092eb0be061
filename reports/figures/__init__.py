"""The figures of fiscal years."""
