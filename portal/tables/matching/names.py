"""Find records by written names: the same whatever the tone marks, or nearly the same."""

from collections import defaultdict

from portal.thai.keys import name_key, near_keys

_MOST_OFFERED = 5


class NameIndex:
    """Records by their names; the keys of near names are made when they are first needed."""

    def __init__(self):
        self._by_name = defaultdict(dict)
        self._by_near_key = None

    def add(self, record, *names):
        for name in filter(None, names):
            self._by_name[name_key(name)][id(record)] = record
            if self._by_near_key is not None:
                self._add_near_keys(record, name_key(name))

    def find_same(self, name):
        """Return the records of this name, whatever its spaces, punctuation and script of digits."""
        return list(self._by_name.get(name_key(name), {}).values())

    def find_near(self, name):
        """Return at most five records with a name that nearly matches."""
        if self._by_near_key is None:
            self._by_near_key = defaultdict(dict)
            for key, records in self._by_name.items():
                for record in records.values():
                    self._add_near_keys(record, key)
        found = {}
        for key in near_keys(name):
            found |= self._by_near_key.get(key, {})
        return list(found.values())[:_MOST_OFFERED]

    def _add_near_keys(self, record, name):
        for key in near_keys(name):
            self._by_near_key[key][id(record)] = record
