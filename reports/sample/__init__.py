"""The sample year: readable source files, and what loads them."""
