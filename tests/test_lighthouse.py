"""Lighthouse 12 of the main public pages: at least 95 of 100 in all four of its categories."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from django.core.management import call_command

from networks.models import Group
from projects.models import Project

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

LIGHTHOUSE = Path(__file__).resolve().parent.parent / "node_modules" / ".bin" / "lighthouse"
BROWSER = {"CHROME_PATH": "/usr/bin/chromium"}
OPTIONS = ["--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox --disable-gpu"]
CATEGORIES = {"performance", "accessibility", "best-practices", "seo"}
LEAST = 0.95


@pytest.fixture
def main_pages(live_server, own_media):
    """Addresses of the first page, two lists, a project and a network of a district of five years."""
    call_command("sample_district", years=5, projects=300, verbosity=0)
    project, network = Project.objects.confirmed().first(), Group.objects.first()
    paths = ["/", "/schools/", "/projects/", project.get_absolute_url(), network.get_absolute_url()]
    return [live_server.url + path for path in paths]


def scores(address):
    """What Lighthouse gives a page on a slow phone, of 1."""
    told = subprocess.run(
        [LIGHTHOUSE, address, *OPTIONS], env=os.environ | BROWSER, check=True, capture_output=True
    )
    categories = json.loads(told.stdout)["categories"]
    return {name: category["score"] for name, category in categories.items()}


def test_lighthouse_is_content(main_pages):
    """Quick on a slow phone, accessible, sound, and found by search engines."""
    found = {address: scores(address) for address in main_pages}
    assert all(set(score) == CATEGORIES for score in found.values())
    assert {a: s for a, s in found.items() if min(s.values()) < LEAST} == {}
