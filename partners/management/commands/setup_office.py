"""Set up the district education office that runs this portal."""

import sys

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from partners.models import Organization, OrganizationKind
from portal.models import Office
from portal.places import find_district, load_places
from portal.thai.digits import to_arabic
from portal.thai.text import normalize

PREFIX, SHORT_PREFIX = OrganizationKind.OFFICE.prefix, OrganizationKind.OFFICE.short_prefix


class Command(BaseCommand):
    help = "ตั้งค่าสำนักงานเขตพื้นที่การศึกษาประถมศึกษาที่ใช้พอร์ทัลนี้ สั่งซ้ำเพื่อแก้ไขได้"

    def add_arguments(self, parser):
        parser.add_argument("--name", help=f"ชื่อเต็ม เช่น “{PREFIX}ตรัง เขต 1”")
        parser.add_argument("--short-name", help=f"ชื่อย่อ เช่น “{SHORT_PREFIX}ตรัง เขต 1” (ปกติได้จากชื่อเต็ม)")
        parser.add_argument("--districts", help="ชื่ออำเภอหรือรหัส 4 หลัก คั่นด้วยจุลภาค เช่น “กงหรา,เขาชัยสน”")

    def handle(self, *, name, short_name, districts, **options):
        office = Office.objects.first()
        proper = self.answer(name or (office and office.name), "ชื่อสำนักงาน", "--name", proper_name)
        load_places()
        districts = districts or (office and ",".join(office.districts.values_list("code", flat=True)))
        question = "อำเภอในเขตพื้นที่ (คั่นด้วยจุลภาค)"
        chosen = self.answer(districts, question, "--districts", find_districts)
        try:
            office = set_up(office, proper, short_name, chosen)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        names = ", ".join(district.name for district in chosen)
        message = f"ตั้งค่า{office.name} ({office.short_name}) แล้ว อำเภอในเขตพื้นที่: {names}"
        self.stdout.write(self.style.SUCCESS(message))

    def answer(self, value, question, option, parse):
        """Return the parsed value of an option or stored setting, else of an answer typed at the prompt."""
        if not value and not sys.stdin.isatty():
            raise CommandError(f"ยังไม่ทราบ{question} โปรดใส่ {option}")
        while True:
            try:
                return parse(value or input(f"{question}: "))
            except ValueError as error:
                if value:
                    raise CommandError(str(error)) from error
                self.stdout.write(str(error))
            except EOFError as error:
                raise CommandError(f"ยังไม่ได้ตอบ{question}") from error


def proper_name(text):
    """Return an office's name without its prefix, as in “พัทลุง เขต 2”; raise ValueError without one."""
    name = to_arabic(normalize(text)).removeprefix(PREFIX).removeprefix(SHORT_PREFIX).strip()
    if not name or name.startswith(("สำนักงาน", "สพ")):
        raise ValueError(f"ชื่อสำนักงานต้องขึ้นต้นด้วย {PREFIX} หรือ {SHORT_PREFIX} แล้วตามด้วยจังหวัดและเขต")
    return name


def find_districts(text):
    """Return the districts of a list with commas; raise ValueError when it is empty or one is unknown."""
    found = [find_district(part) for part in text.split(",") if part.strip()]
    if not found:
        raise ValueError("โปรดระบุอำเภออย่างน้อยหนึ่งอำเภอ")
    return list(dict.fromkeys(found))


@transaction.atomic
def set_up(office, proper, short_name, districts):
    """Create or update the office and its organization; return the office."""
    lookup = {"kind": OrganizationKind.OFFICE, "name": proper}
    own = Organization.objects.filter(**lookup).first() or Organization(**lookup)
    office = office or Office()
    if office.name != own.full_name:
        office.name, office.short_name = own.full_name, own.short_name
        office.approver = f"ผู้อำนวยการ{own.full_name}"
    office.short_name = short_name or office.short_name
    for record in (own, office):
        record.full_clean()
        record.save()
    office.districts.set(districts)
    return office
