"""How large a school is."""

import pytest

from networks.models.schools import size_of


@pytest.mark.parametrize(
    ("pupils", "size"),
    [
        (0, "small"),
        (120, "small"),
        (121, "middle"),
        (600, "middle"),
        (601, "large"),
        (1500, "large"),
        (1501, "largest"),
        (None, None),
    ],
)
def test_the_size_on_its_boundaries(pupils, size):
    """The last pupil of a size and the first of the next; an unknown number has no size."""
    assert size_of(pupils) == size
