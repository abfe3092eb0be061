"""A real browser for tests."""

from contextlib import contextmanager

from playwright.sync_api import sync_playwright


@contextmanager
def browser_of(client, live_server, **context):
    """A page of a browser in which whoever the client is signed in as is signed in."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(timezone_id="Asia/Bangkok", base_url=live_server.url, **context)
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value}
        page.context.add_cookies([cookie | {"url": live_server.url}])
        yield page
        browser.close()
