"""A fictional district for trying, training and measuring: made from words and a seed, the same each time."""
