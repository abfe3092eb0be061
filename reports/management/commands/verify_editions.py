"""Prints every edition again from what is stored of it, and says whether each PDF is the one that was signed."""

import hashlib
import sys

from django.core.management.base import BaseCommand

from reports.editions.freezing import pdf_again
from reports.models import Edition, PrintingState


class Command(BaseCommand):
    help = "พิมพ์ทุกฉบับที่เผยแพร่อีกครั้งจากที่เก็บไว้ แล้วเทียบ SHA-256 กับเมื่อลงนาม"

    def handle(self, **options):
        same, other = 0, 0
        for edition in Edition.objects.select_related("report", "internal_printing", "public_printing"):
            for public, words in ((True, "ฉบับเปิดเผย"), (False, "ฉบับภายใน")):
                printing = edition.public_printing if public else edition.internal_printing
                name = f"ปี {edition.report.fiscal_year} ฉบับที่ {edition.number} {words}"
                if printing.state != PrintingState.DONE:
                    self.stdout.write(f"{name} ยังไม่ได้พิมพ์ จึงยังไม่มีอะไรให้เทียบ")
                elif hashlib.sha256(pdf_again(edition, public)).hexdigest() == printing.sha256:
                    same += 1
                else:
                    other += 1
                    self.stderr.write(f"{name} ไม่ตรงกับที่ลงนาม")
        self.stdout.write(f"ตรงกับที่ลงนามทั้ง {same} ไฟล์" if not other else f"ตรง {same} ไฟล์ ไม่ตรง {other} ไฟล์")
        if other:
            sys.exit(1)
