"""How long a report of 500 projects is printed by a worker, and in how much memory, as ratios to the promise.

Usage: make bench (a throw-away database; nothing of the portal's own data is touched)
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECTS, SECONDS, MEGABYTES = 500, 20, 300
ROOT = Path(__file__).resolve().parent.parent
ASK = """
from django.utils import timezone
from reports.outputs.datasets import data_file
from reports.outputs.book import report_html
from reports.outputs.print_jobs import print_job_of
from reports.report import report_of
from reports.figures.available_years import report_years
report = report_of(report_years()[0], today=timezone.localdate())
print_job_of(report_html(report), title="bench", file_name="bench.pdf", public=True, data=data_file(report))
"""
TELL = """
from reports.models import PrintJob
print_job = PrintJob.objects.get()
print(print_job.state, print_job.pages, print_job.pdf.size)
"""


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/bench.sqlite3"
        os.environ["MEDIA_ROOT"] = f"{folder}/media"
        os.environ["DEBUG"] = "false"
        manage("migrate", "--verbosity", "0")
        manage("sample_district", "--years", "1", "--projects", str(PROJECTS), "--verbosity", "0")
        manage("shell", "--no-imports", "-c", ASK)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        started = time.perf_counter()
        manage("print_worker", "--batch", "--no-startup-delay", "--verbosity", "0")
        seconds = time.perf_counter() - started
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(
            f"{PROJECTS} projects: {manage('shell', '--no-imports', '-c', TELL)} ({before.ru_maxrss // 1024} MB before)"
        )
        tell(f"PDF of {PROJECTS} projects, seconds", seconds, SECONDS)
        print(f"of these, seconds of the processor: {used:.1f}")
        tell(f"PDF of {PROJECTS} projects, worker's MB", after.ru_maxrss / 1024, MEGABYTES)


def manage(*command):
    done = subprocess.run(
        [sys.executable, "manage.py", *command], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout.strip()


def tell(what, measured, promised):
    print(f"{what:<36} {measured:8.2f}  of {promised:<6} ratio {measured / promised:.2f}")


if __name__ == "__main__":
    main()
