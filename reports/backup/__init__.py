"""The whole portal in one file."""
