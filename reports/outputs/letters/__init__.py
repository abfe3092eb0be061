"""Letters of thanks to the partners and supporters of a year."""
