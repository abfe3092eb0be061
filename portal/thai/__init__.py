"""The Thai calendar, digits, money, text and sorting, in plain Python."""
