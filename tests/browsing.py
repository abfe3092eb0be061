"""A real browser for tests: one for each worker, in which every reader has windows of his own."""

import os
from contextlib import contextmanager
from functools import cache

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")


@cache
def _playwright():
    return sync_playwright().start()


@cache
def chromium():
    """The browser of this worker, started when a test first asks for it."""
    # The loop of the browser runs in the thread of the tests, where Django would refuse every query beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    return _playwright().chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])


def close_browser():
    """End the browser of this worker, if it was started."""
    if chromium.cache_info().currsize:
        chromium().close()
        _playwright().stop()


@contextmanager
def browser_of(client, live_server, **options):
    """A page of the browser in which whoever the client is signed in as is signed in; nobody without a client."""
    context = chromium().new_context(**{"timezone_id": "Asia/Bangkok", "base_url": live_server.url} | options)
    if client and "sessionid" in client.cookies:
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value}
        context.add_cookies([cookie | {"url": live_server.url}])
    yield context.new_page()
    context.close()


def violations(page, rules=WCAG):
    """What a machine finds on a page against the rules of WCAG: rule and the first two places."""
    options = {"runOnly": list(rules), "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return {rule["id"]: [node["html"][:150] for node in rule["nodes"][:2]] for rule in found}


def width_needed(page):
    """How wide a page is, in pixels; more than its window means that it has to be pushed sideways."""
    return page.evaluate("document.documentElement.scrollWidth")
