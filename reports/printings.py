"""Printings asked for: one for each content, whoever asks."""

import hashlib

from reports.models import Printing


def printing_of(html: str, *, title: str, file_name: str, public: bool, user=None) -> Printing:
    """The printing of this content, begun when nobody asked for it before."""
    content = hashlib.sha256(html.encode()).hexdigest()
    asked = {"title": title, "file_name": file_name, "is_public": public, "html": html}
    who = user if user and user.is_authenticated else None
    printing, _ = Printing.objects.get_or_create(content=content, defaults=asked | {"asked_by": who})
    return printing
