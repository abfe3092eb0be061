"""A template can be read without scrolling sideways."""

import pytest
from django.conf import settings

LONGEST = 120


@pytest.mark.parametrize("folder", settings.TEMPLATES[0]["DIRS"])
def test_no_line_is_longer_than_a_screen_is_wide(folder):
    long = [
        f"{path.relative_to(folder)}:{number}"
        for path in sorted(folder.rglob("*.html"))
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if len(line) > LONGEST
    ]
    assert long == []
