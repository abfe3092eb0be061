"""Writes the whole portal into one dated file."""

import subprocess
from decimal import Decimal
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from portal.thai.dates import calendar_year
from portal.thai.money import format_baht
from reports.backup.archive import write_backup


class Command(BaseCommand):
    help = "สำรองฐานข้อมูลและไฟล์เอกสารทั้งหมดเป็นไฟล์เดียว มีวันเวลาในชื่อ"

    def add_arguments(self, parser):
        parser.add_argument(
            "--folder",
            type=Path,
            default=settings.BASE_DIR / "var" / "backup",
            help="โฟลเดอร์ที่จะเก็บ (ปกติ var/backup)",
        )

    def handle(self, folder, **options):
        folder.mkdir(parents=True, exist_ok=True)
        now = timezone.localtime()
        path = folder / f"phakhi-{calendar_year(now)}-{now:%m-%d-%H%M%S}.zip"
        try:
            manifest = write_backup(path, settings.MEDIA_ROOT)
        except FileNotFoundError as error:
            raise CommandError(f"ไม่ได้สำรอง เพราะไม่พบ {error.filename}") from error
        except subprocess.CalledProcessError as error:
            raise CommandError(f"ไม่ได้สำรอง เพราะ {error.cmd[0]} แจ้งว่า {error.stderr}") from error
        self.stdout.write(f"สำรองแล้วที่ {path} ({path.stat().st_size:,} ไบต์)")
        for line in told(manifest):
            self.stdout.write(line)


def told(manifest):
    """What is in a backup, to compare with what is seen in the portal."""
    yield f"{sum(manifest['rows'].values()):,} ระเบียน และ {len(manifest['files']) - 1:,} ไฟล์"
    for year, total in manifest["totals"].items():
        yield f"ปี {year}: เงินที่ได้รับ {format_baht(Decimal(total['cash']))} บาท"
