"""The pages that any outsider opens."""
