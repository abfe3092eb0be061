"""Two records of the same thing, found while typing or made one."""
