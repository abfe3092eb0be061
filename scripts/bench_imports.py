"""Measures how long imports take: makes files of 1,000 and 10,000 rows, checks and writes each, in a database of its own.

.venv/bin/python scripts/bench_imports.py
"""

import os
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
FOLDER = tempfile.mkdtemp(prefix="phakhi-bench-")
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "portal.settings",
    "DATABASE_URL": f"sqlite:///{FOLDER}/bench.sqlite3",
    "MEDIA_ROOT": f"{FOLDER}/media",
}

import django  # noqa: E402

django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.core.files.base import ContentFile  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from openpyxl import Workbook  # noqa: E402

from networks.imports import SchoolImport  # noqa: E402
from portal.imports.checking import Check  # noqa: E402
from portal.imports.models import Import  # noqa: E402
from portal.imports.writing import write  # noqa: E402
from projects.imports import ProjectImport  # noqa: E402


def school(n, start):
    return {
        "ชื่อเฉพาะ": f"วัดตัวอย่างที่ {start + n}",
        "สังกัด": "สพฐ.",
        "รหัสสถานศึกษา 8 หลัก": f"{10000000 + start + n}",
        "รหัสตำบล": "930501",
        "ปีการศึกษา": 2557,
        "นักเรียน (คน)": 100 + n % 50,
    }


def project(n, start):
    return {
        "ปีงบประมาณ": 2557,
        "ชื่อโครงการ": f"โครงการตัวอย่างที่ {start + n // 2}",
        "ภาคี": "อบต.ควนขนุน",
        "วันที่จัด": "22 ส.ค. ๒๕๕๗",
        "ผู้ให้": "อบต.ควนขนุน",
        "จำนวนเงิน (บาท)": f"{45000 + n:,} บาท",
    }


def file_of(rows):
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(list(rows[0]))
    for row in rows:
        sheet.append(list(row.values()))
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def timed(doing):
    with CaptureQueriesContext(connection) as asked:
        began = time.perf_counter()
        result = doing()
        return result, time.perf_counter() - began, len(asked)


def check(kind, incoming, user):
    run = Check(kind(user), incoming.table(), incoming.answers)
    for _ in run.run():
        pass
    return run.plan


def check_and_write(kind, incoming, user):
    write(check(kind, incoming, user), incoming, user)


def measure(kind, rows, user, name):
    incoming = Import.keep(kind, "", ContentFile(file_of(rows), name="bench.xlsx"), user)
    plan, seen, asked = timed(lambda: check(kind, incoming, user))
    if plan.problems or plan.open_offers:
        raise SystemExit(f"{name}: {plan.problems[:3]} {plan.open_offers[:3]}")
    _, written, asked_writing = timed(lambda: check_and_write(kind, incoming, user))
    print(
        f"{name:30} {len(rows):6} rows: preview {seen:5.1f} s ({asked} queries), "
        f"write {written:5.1f} s ({asked_writing} queries), together {seen + written:5.1f} s"
    )
    return seen + written


def main():
    call_command("migrate", verbosity=0)
    call_command("load_2557", verbosity=0)
    user = User.objects.create_superuser("bench")
    for kind, row in ((SchoolImport, school), (ProjectImport, project)):
        took = []
        for size, start in ((1_000, 0), (10_000, 100_000)):
            rows = [row(n, start) for n in range(size)]
            took.append(measure(kind, rows, user, f"{kind.name}, new"))
        if kind is SchoolImport:
            for changed in rows:
                changed["นักเรียน (คน)"] += 1
                changed["สังกัด"] = "เอกชน"
            measure(kind, rows, user, f"{kind.name}, changed")
        print(f"{kind.name}: ten times the rows took {took[1] / took[0]:.1f} times as long")


if __name__ == "__main__":
    main()
