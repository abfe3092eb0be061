"""Two to five years side by side."""
