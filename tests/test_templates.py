"""Templates can be read without scrolling sideways."""

from django.conf import settings

LONGEST = 120  # characters


def test_no_line_is_longer_than_a_screen_is_wide():
    """Every line of every template has at most 120 characters."""
    (folder,) = settings.TEMPLATES[0]["DIRS"]
    long_lines = [
        f"{path.relative_to(folder)}:{number}"
        for path in sorted(folder.rglob("*.html"))
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if len(line) > LONGEST
    ]
    assert long_lines == []
