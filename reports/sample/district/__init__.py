"""A fictional district for trials, training and measurement: made from words and a seed, the same each time."""
