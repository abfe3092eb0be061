"""The words and the seeded random numbers from which the fictional district is made."""

import random
import tomllib
from datetime import timedelta
from functools import partial
from pathlib import Path
from types import SimpleNamespace

from portal.history import create_with_history

WORDS = SimpleNamespace(**tomllib.loads(Path(__file__).with_name("words.toml").read_text()))
save_all = partial(create_with_history, user=None)


class Chance(random.Random):
    """A seeded source of plausible people, amounts and days."""

    def person(self):
        title = self.choice(("นาย", "นาง", "นางสาว"))
        return f"{title}{self.choice(WORDS.first_names)} {self.choice(WORDS.last_names)}"

    def phone(self):
        """Return a number of a range that no operator assigns."""
        return f"08 0000 {self.randrange(10_000):04d}"

    def near(self, number):
        """Return a number within 40 % of this one, in whole hundreds of baht or whole things."""
        step = 100 if number >= 1000 else 1
        return max(step, int(number * self.uniform(0.6, 1.4)) // step * step)

    def happens(self, share):
        return self.random() < share

    def day(self, first, last):
        return first + timedelta(days=self.randrange((last - first).days + 1))
