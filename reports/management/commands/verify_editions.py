import hashlib
import sys

from django.core.management.base import BaseCommand

from reports.editions.freezing import pdf_again
from reports.models import EditionCopy


class Command(BaseCommand):
    help = "พิมพ์ทุกฉบับที่เผยแพร่อีกครั้งจากที่เก็บไว้ แล้วเทียบ SHA-256 กับเมื่อลงนาม"

    def handle(self, **options):
        same, different = 0, 0
        for copy in EditionCopy.objects.with_print_job().select_related("edition__report"):
            edition = copy.edition
            name = f"ปี {edition.report.fiscal_year} ฉบับที่ {edition.number} {copy.get_audience_display()}"
            if not copy.print_job.is_done:
                self.stdout.write(f"{name} ยังไม่ได้พิมพ์ จึงยังไม่มีอะไรให้เทียบ")
            elif hashlib.sha256(pdf_again(copy)).hexdigest() == copy.print_job.sha256:
                same += 1
            else:
                different += 1
                self.stderr.write(f"{name} ไม่ตรงกับที่ลงนาม")
        if different:
            self.stdout.write(f"ตรง {same} ไฟล์ ไม่ตรง {different} ไฟล์")
            sys.exit(1)
        self.stdout.write(f"ตรงกับที่ลงนามทั้ง {same} ไฟล์")
