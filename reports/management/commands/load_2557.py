from django.core.management.base import BaseCommand, CommandError

from networks.models import Group
from partners.models import Agreement, Document, Organization
from portal.models import Subdistrict
from portal.places import load_places
from projects.models import Project
from reports.models import AnnualReport
from reports.sample.load import load, other_office, read_office

YEAR = 2557


class Command(BaseCommand):
    help = "บันทึกข้อมูลตัวอย่างปีงบประมาณ 2557 ถ้าปีนี้มีข้อมูลแล้วจะไม่แตะต้องสิ่งใด"

    def handle(self, **options):
        name = read_office(YEAR)["name"]
        if office := other_office(name):
            raise CommandError(f"ข้อมูลตัวอย่างปี {YEAR} เป็นของ{name} แต่พอร์ทัลนี้ตั้งค่าเป็น{office}แล้ว จึงไม่ได้บันทึกสิ่งใด")
        if Project.objects.in_year(YEAR).exists() or AnnualReport.objects.filter(fiscal_year=YEAR).exists():
            self.stdout.write(f"ปีงบประมาณ {YEAR} มีข้อมูลอยู่แล้ว จึงไม่แก้ไขสิ่งใด")
            return
        self.stdout.write("กำลังบันทึกจังหวัด อำเภอ และตำบลทั่วประเทศ")
        load_places()
        try:
            load(YEAR, self.stdout.write)
        except ValueError as error:
            raise CommandError(f"ไฟล์ข้อมูลปี {YEAR} ยังไม่ถูกต้อง จึงไม่ได้บันทึกสิ่งใด: {error}") from error
        self.stdout.write(self.style.SUCCESS(f"บันทึกปีงบประมาณ {YEAR} แล้ว: {', '.join(record_counts())}"))


def record_counts():
    """Return the number of records of each kind that the portal has now, in words."""
    projects = Project.objects.in_year(YEAR)
    return [
        f"{projects.values('partner').distinct().count()} ภาคี",
        f"{projects.count()} โครงการ",
        f"{Agreement.objects.count()} บันทึกข้อตกลง",
        f"{Document.objects.count()} เอกสารหลักฐาน",
        f"{Group.objects.count()} เครือข่าย",
        f"{Organization.objects.count()} หน่วยงาน",
        f"{Subdistrict.objects.own().count()} ตำบลในเขตพื้นที่",
    ]
