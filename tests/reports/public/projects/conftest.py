"""What the tests of the public pages may ask for, as the tests of the records do."""

from tests.projects.conftest import partner

__all__ = ["partner"]
