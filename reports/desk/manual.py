"""The officer's manual, docs/manual/manual.md, as a page of the admin."""

import re

import markdown
from django.conf import settings
from django.templatetags.static import static
from django.utils.safestring import mark_safe

MANUAL = settings.BASE_DIR / "docs" / "manual" / "manual.md"


def manual_html():
    """The manual with its pictures where the portal serves them, and a heading to jump to for each of its parts."""
    html = markdown.markdown(
        MANUAL.read_text("utf-8"), extensions=["toc"], extension_configs={"toc": {"toc_depth": "2"}}
    )
    return mark_safe(
        re.sub(
            r'src="([\w-]+\.png)"', lambda found: f'loading="lazy" src="{static("manual/" + found[1])}"', html
        )
    )
