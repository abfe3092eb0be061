"""How fast the report is, as ratios to what the office was promised: 1.00 is the promise, less is better.

Usage: make bench (a throw-away database; nothing of the portal's own data is touched)
"""

import datetime
import io
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
folder = tempfile.TemporaryDirectory()
os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings"
os.environ["DATABASE_URL"] = f"sqlite:///{folder.name}/bench.sqlite3"

import django  # noqa: E402

django.setup()

import pypdfium2  # noqa: E402
from django.contrib.auth.models import AnonymousUser  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from networks.models import School  # noqa: E402
from partners.models import Document, Organization  # noqa: E402
from projects.models import Project  # noqa: E402
from reports.outputs.book import report_pdf  # noqa: E402
from reports.public.search.finding import search  # noqa: E402
from reports.report import report_of  # noqa: E402

SECONDS_A_PAGE, SECONDS_IN_ALL, MEGABYTES, QUERIES, SECONDS_A_SEARCH = 0.1, 3, 200, 25, 0.1
TODAY = datetime.date(2026, 11, 24)


def main():
    call_command("migrate", verbosity=0)
    call_command("load_2557", stdout=io.StringIO())
    queries = [queries_of_a_report()]
    started = time.perf_counter()
    pdf = report_pdf(report_of(2557, today=TODAY))
    seconds = time.perf_counter() - started
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pages = len(pypdfium2.PdfDocument(pdf))
    partner = Project.objects.first().partner
    for number in range(1000):
        Project.objects.create(
            title=f"โครงการ {number}", fiscal_year=2557, partner=partner, status="confirmed"
        )
    queries.append(queries_of_a_report())
    searched = seconds_of_a_search()
    tell("PDF of 2557, seconds a page", seconds / pages, SECONDS_A_PAGE)
    tell("PDF of 2557, seconds in all", seconds, SECONDS_IN_ALL)
    tell("PDF of 2557, peak memory in MB", megabytes, MEGABYTES)
    tell("Report of 13 projects, queries", queries[0], QUERIES)
    tell("Report of 1,013 projects, queries", queries[1], queries[0])
    tell("Search of 10,000 records, seconds", searched, SECONDS_A_SEARCH)


def queries_of_a_report():
    with CaptureQueriesContext(connection) as queries:
        report_of(2557, today=TODAY)
    return len(queries)


def seconds_of_a_search():
    """The slowest of some queries among 10,000 records, each at its best of three."""
    givers = [Organization(kind="sao", name=f"ควนขนุน {number}") for number in range(2000)]
    schools = [School(kind="school", name=f"บ้านควนขนุน {number}") for number in range(1000)]
    givers = Organization.objects.bulk_create(givers)
    School.objects.bulk_create(schools)
    papers = [
        Document(kind="order", title=f"คำสั่ง {n}", number=f"{n}/2557", is_public=True) for n in range(2000)
    ]
    Document.objects.bulk_create(papers)
    projects = [
        Project(title=f"โครงการสุขภาพ {n}", fiscal_year=2557, partner=givers[n % 2000], status="confirmed")
        for n in range(4000)
    ]
    Project.objects.bulk_create(projects)
    slowest = 0
    for query in ("ควนขนุน สุขภาพ", "ควนขนุน", "23/2557", "โครงการ", "ไม่มีคำนี้"):
        times = []
        for _ in range(3):
            started = time.perf_counter()
            search(query, AnonymousUser())
            times.append(time.perf_counter() - started)
        slowest = max(slowest, min(times))
    return slowest


def tell(what, measured, promised):
    print(f"{what:<36} {measured:8.2f}  of {promised:<6} ratio {measured / promised:.2f}")


if __name__ == "__main__":
    main()
