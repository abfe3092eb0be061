"""Which record a written name means: exactly, whatever its tone marks, or nearly."""

from collections import defaultdict

from portal.thai.keys import name_key, near_keys

_MOST_OFFERED = 5


class Names:
    """Things found by the names that are recorded of them."""

    def __init__(self):
        self._named = defaultdict(dict)
        self._near = None

    def add(self, thing, *names):
        for name in filter(None, names):
            self._named[name_key(name)][id(thing)] = thing
            if self._near is not None:
                self._add_near(thing, name_key(name))

    def same(self, name):
        """The things of exactly this name; spaces, punctuation and the script of digits do not count."""
        return list(self._named.get(name_key(name), {}).values())

    def near(self, name):
        """The things one of whose names nearly matches."""
        if self._near is None:
            self._near = defaultdict(dict)
            for key, things in self._named.items():
                for thing in things.values():
                    self._add_near(thing, key)
        found = {}
        for key in near_keys(name):
            found |= self._near.get(key, {})
        return list(found.values())[:_MOST_OFFERED]

    def _add_near(self, thing, name):
        for key in near_keys(name):
            self._near[key][id(thing)] = thing
