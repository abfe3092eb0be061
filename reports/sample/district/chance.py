"""Chance that falls the same way each time."""

import random
from datetime import timedelta

from reports.sample.district.words import FIRST_NAMES, LAST_NAMES


class Chance(random.Random):
    """A seeded source of plausible people, amounts and days."""

    def person(self):
        return f"{self.choice(('นาย', 'นาง', 'นางสาว'))}{self.choice(FIRST_NAMES)} {self.choice(LAST_NAMES)}"

    def phone(self):
        """Of a range that is given to nobody."""
        return f"08 0000 {self.randrange(10_000):04d}"

    def near(self, number):
        """Within 40 % of the number, in whole hundreds of baht or whole things."""
        step = 100 if number >= 1000 else 1
        return max(step, int(number * self.uniform(0.6, 1.4)) // step * step)

    def happens(self, share):
        return self.random() < share

    def day(self, first, last):
        return first + timedelta(days=self.randrange((last - first).days + 1))
