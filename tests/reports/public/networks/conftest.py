"""What the tests of the public pages may ask for, as the tests of the records do."""

from tests.networks.conftest import network, place

__all__ = ["network", "place"]
