"""How fast files come in, as ratios to what the office was promised: 1.00 is the promise, less is better.

Usage: make bench (a throw-away database; nothing of the portal's own data is touched)
"""

import io
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
FOLDER = tempfile.TemporaryDirectory()
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "portal.settings",
    "DATABASE_URL": f"sqlite:///{FOLDER.name}/bench.sqlite3",
    "MEDIA_ROOT": f"{FOLDER.name}/media",
}

import django  # noqa: E402

django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.core.files.base import ContentFile  # noqa: E402
from django.core.management import call_command  # noqa: E402
from openpyxl import Workbook  # noqa: E402

from networks.imports import SchoolImport  # noqa: E402
from portal.tables.checking import Check  # noqa: E402
from portal.tables.imported_files import Import  # noqa: E402
from portal.tables.writing import write  # noqa: E402
from projects.imports import ProjectImport  # noqa: E402

PROMISED = {1_000: 5, 10_000: 30}


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
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def measure(kind, rows, user, what):
    """From the file that arrives over the preview to what is written, which checks once more."""
    content = ContentFile(file_of(rows), name="bench.xlsx")
    started = time.perf_counter()
    incoming = Import.store(kind, "", content, user)
    check(kind, incoming, user)
    write(check(kind, incoming, user), incoming, user)
    seconds = time.perf_counter() - started
    promised = PROMISED[len(rows)]
    label = f"{len(rows):,} {what}, seconds"
    print(f"{label:<36} {seconds:8.2f}  of {promised:<6} ratio {seconds / promised:.2f}")


def check(kind, incoming, user):
    run = Check(kind(user), incoming.read_table(), incoming.answers)
    for _ in run.run():
        pass
    if not run.plan.is_ready:
        raise SystemExit(f"{run.plan.problems[:3]} {run.plan.open_offers[:3]}")
    return run.plan


def main():
    call_command("migrate", verbosity=0)
    call_command("load_2557", stdout=io.StringIO())
    user = User.objects.create_superuser("bench")
    for kind, row, change in (
        (ProjectImport, project, {"สถานที่": "วัดควนขนุน", "การได้รับ": "ตั้งไว้"}),
        (SchoolImport, school, {"สังกัด": "เอกชน", "นักเรียน (คน)": 99}),
    ):
        for size, start in ((1_000, 0), (10_000, 100_000)):
            rows = [row(n, start) for n in range(size)]
            measure(kind, rows, user, f"new rows of {kind.name}")
            measure(kind, [row | change for row in rows], user, f"changed rows of {kind.name}")


if __name__ == "__main__":
    main()
