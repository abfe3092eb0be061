"""The spreadsheets that staff uploaded to import, stored as they came."""

import uuid
from pathlib import Path

from django.conf import settings
from django.db import models

from portal.tables.reading import LARGEST_FILE, read_table


def file_path(incoming, filename):
    """Return a random name on disk; the original name is stored in the record."""
    return f"imports/{uuid.uuid4().hex}{Path(filename).suffix.lower()}"


class Import(models.Model):
    """An uploaded spreadsheet, the answers to the questions of its check, and the result of its writing."""

    kind = models.CharField("แบบนำเข้า", max_length=30)
    title = models.CharField("ข้อมูลที่นำเข้า", max_length=100)
    screen = models.CharField("หน้าจอ", max_length=100)
    file = models.FileField("ไฟล์", upload_to=file_path)
    file_name = models.CharField("ชื่อไฟล์", max_length=255)
    rows = models.PositiveIntegerField("จำนวนแถว", default=0)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="ผู้ส่งไฟล์", related_name="+"
    )
    uploaded_at = models.DateTimeField("ส่งไฟล์เมื่อ", auto_now_add=True)
    answers = models.JSONField("คำตอบ", default=dict, editable=False)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="ผู้นำเข้า", null=True, related_name="+"
    )
    written_at = models.DateTimeField("นำเข้าเมื่อ", null=True)
    rows_new = models.PositiveIntegerField("แถวใหม่", default=0)
    rows_changed = models.PositiveIntegerField("แถวที่แก้ไข", default=0)
    rows_same = models.PositiveIntegerField("แถวที่เหมือนเดิม", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "การนำเข้าจาก Excel"
        ordering = ["-uploaded_at", "-pk"]

    def __str__(self):
        return f"{self.title} · {self.file_name}"

    @classmethod
    def store(cls, kind, screen, uploaded, user):
        """Store an uploaded file and return its record. Raise ValueError if it is too large or no table."""
        if uploaded.size > LARGEST_FILE:
            raise ValueError("ไฟล์ใหญ่เกิน 10 เมกะไบต์ ให้แบ่งเป็นหลายไฟล์ หรือลบรูปภาพออกจากไฟล์")
        table = read_table(uploaded.name, uploaded.read())
        return cls.objects.create(
            kind=kind.name,
            title=kind.title,
            screen=screen,
            file=uploaded,
            file_name=uploaded.name,
            rows=len(table.rows),
            uploaded_by=user,
        )

    def read_table(self):
        with self.file.open("rb") as file:
            return read_table(self.file_name, file.read())
