"""The sample year 2557 in readable source files, and their loader."""
