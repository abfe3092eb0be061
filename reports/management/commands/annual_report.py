import time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from reports.figures.available_years import report_years
from reports.report import report_of


class Command(BaseCommand):
    help = "Write the participation report of a fiscal year as a PDF."

    def add_arguments(self, parser):
        parser.add_argument("year", type=int, help="fiscal year in the Buddhist era, such as 2557")
        parser.add_argument("--output", type=Path, required=True, help="file to write")
        parser.add_argument("--digits", choices=["thai", "arabic"], default="thai")
        parser.add_argument(
            "--internal", action="store_true", help="with the names that only the office reads"
        )

    def handle(self, *, year, output, digits, internal=False, **options):
        years = report_years()
        if year not in years:
            known = ", ".join(map(str, years)) or "ยังไม่มี"
            raise CommandError(f"ไม่มีข้อมูลของปีงบประมาณ {year} ปีที่มี: {known}")
        if not output.parent.is_dir():
            raise CommandError(f"ไม่มีโฟลเดอร์ {output.parent}")
        started = time.monotonic()
        self.stdout.write(f"1/3 รวมข้อมูลปีงบประมาณ {year}")
        report = report_of(year, today=timezone.localdate(), public=not internal)
        self.stdout.write("2/3 จัดหน้า")
        from reports.outputs.book import report_pdf

        pdf = report_pdf(report, digits=digits)
        output.write_bytes(pdf)
        seconds = time.monotonic() - started
        self.stdout.write(f"3/3 เขียน {output} แล้ว ({len(pdf) // 1024:,} KB, {seconds:.1f} วินาที)")
