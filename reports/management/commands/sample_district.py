from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from portal.models import Office
from projects.models import Project
from reports.sample.district.build import build
from reports.sample.district.chance import WORDS
from reports.sample.load import other_office

MOST_YEARS, MOST_PROJECTS, BAR = 20, 10_000, 40


class Command(BaseCommand):
    help = "สร้างเขตพื้นที่สมมติสำหรับทดลอง ฝึกอบรม และวัดความเร็ว ค่าเดียวกันให้ข้อมูลเดียวกัน"

    def add_arguments(self, parser):
        parser.add_argument("--years", type=int, default=5, help="จำนวนปีงบประมาณที่ผ่านมา (ปกติ 5)")
        parser.add_argument("--projects", type=int, default=300, help="จำนวนโครงการรวมทุกปี (ปกติ 300)")
        parser.add_argument("--seed", type=int, default=2557, help="เลขตั้งต้นของการสุ่ม (ปกติ 2557)")

    def handle(self, *, years, projects, seed, **options):
        if not 1 <= years <= MOST_YEARS:
            raise CommandError(f"--years ต้องเป็น 1 ถึง {MOST_YEARS}")
        if not years <= projects <= MOST_PROJECTS:
            raise CommandError(f"--projects ต้องเป็น {years} (ปีละหนึ่ง) ถึง {MOST_PROJECTS:,}")
        if office := other_office(WORDS.office["name"]):
            raise CommandError(f"พอร์ทัลนี้ตั้งค่าเป็น{office}แล้ว จึงไม่สร้างข้อมูลสมมติปนกับข้อมูลจริง")
        if not Office.objects.exists() and Project.objects.exists():
            raise CommandError("พอร์ทัลนี้มีโครงการอยู่แล้ว จึงไม่สร้างข้อมูลสมมติปนกับข้อมูลจริง")
        if Project.objects.exists():
            self.stdout.write("มีข้อมูลของเขตพื้นที่สมมติอยู่แล้ว จึงไม่แก้ไขสิ่งใด")
            return
        self.stdout.write("กำลังสร้างสำนักงาน หน่วยงาน โรงเรียน และเครือข่ายสมมติ")
        today, on_progress = timezone.localdate(), self.show_progress
        built = build(years=years, projects=projects, seed=seed, today=today, on_progress=on_progress)
        message = f"\nสร้างเขตพื้นที่สมมติแล้ว: {projects:,} โครงการ ปีงบประมาณ {built[0]}–{built[-1]}"
        self.stdout.write(self.style.SUCCESS(message))

    def show_progress(self, done, projects):
        filled = BAR * done // projects
        bar = "#" * filled + "." * (BAR - filled)
        self.stdout.write(f"\r[{bar}] {done:,}/{projects:,} โครงการ", ending="")
        self.stdout.flush()
