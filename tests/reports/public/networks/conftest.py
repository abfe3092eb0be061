"""What the tests of the public pages may ask for, as the tests of the records do."""

from tests.networks.conftest import network, own_director, own_network, school

__all__ = ["network", "own_director", "own_network", "school"]
