import subprocess
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from reports.backup.archive import RestoreRefused, restore_backup, summary_lines, yearly_totals


class Command(BaseCommand):
    help = "กู้คืนจากไฟล์สำรองลงในฐานข้อมูลและโฟลเดอร์ไฟล์ที่ว่าง ตรวจไฟล์สำรองทั้งชุดก่อน"
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, help="ไฟล์ที่ backup ทำไว้")

    def handle(self, path, **options):
        if not path.is_file():
            raise CommandError(f"ไม่พบไฟล์สำรอง {path}")
        try:
            manifest = restore_backup(path, settings.MEDIA_ROOT)
        except RestoreRefused as error:
            raise CommandError(f"ไม่ได้กู้คืน: {error}") from error
        except subprocess.CalledProcessError as error:
            raise CommandError(f"ไม่ได้กู้คืน เพราะ {error.cmd[0]} แจ้งว่า {error.stderr}") from error
        call_command("migrate", verbosity=0)
        if yearly_totals() != manifest["totals"]:
            raise CommandError("ยอดเงินหลังกู้คืนไม่ตรงกับไฟล์สำรอง อย่าใช้ฐานข้อมูลนี้")
        self.stdout.write(self.style.SUCCESS(f"กู้คืนจาก {path.name} แล้ว ทุกไฟล์และยอดเงินตรงกับตอนสำรอง"))
        self.stdout.write("\n".join(summary_lines(manifest)))
