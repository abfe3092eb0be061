"""The first view of the home page is light, over the wire and in the number of requests."""

import pytest
from django.utils.text import compress_string

from tests.browsing import browser_of

KILOBYTES, REQUESTS = 120, 8


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_first_view_of_home(year_2557, live_server, staff_client):
    """What a real browser asks for, each file as small as it is served: at most 120 KB in 8 requests."""
    asked = {}
    with browser_of(staff_client, live_server, viewport={"width": 360, "height": 740}) as page:
        page.on("response", lambda response: asked.setdefault(response.url, response))
        page.goto("/", wait_until="networkidle")
        sizes = {url.removeprefix(live_server.url): compressed(r.body(), url) for url, r in asked.items()}
    assert len(sizes) <= REQUESTS, sizes
    assert sum(sizes.values()) <= KILOBYTES * 1024, sizes


def compressed(body, url):
    """How many bytes of a file go over the wire."""
    return len(body) if url.endswith((".woff2", ".png", ".jpg")) else len(compress_string(body))
