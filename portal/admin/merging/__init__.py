"""Records of the same thing: pointed out while typing, and merged."""
