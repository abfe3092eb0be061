"""Messages of readers to the office."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from portal.fields import ThaiCharField, ThaiTextField
from portal.roles import reads_people


class Matter(models.TextChoices):
    """The subjects of messages."""

    WRONG = "wrong", "แจ้งแก้ไขข้อมูล"
    PASSWORD = "password", "ลืมรหัสผ่าน"


class FeedbackQuerySet(models.QuerySet):
    def open(self):
        return self.filter(closed_at=None)

    def read_by(self, user):
        """Keep the messages that a user may read: all with the right to read people, else forgotten passwords."""
        if not user.has_perm("portal.view_feedback"):
            return self.none()
        return self if reads_people(user) else self.filter(matter=Matter.PASSWORD)


class Feedback(models.Model):
    """A message to the office; the sender's name and phone are deleted once it is closed."""

    matter = models.CharField("เรื่อง", max_length=10, choices=Matter)
    page = models.CharField("หน้าที่แจ้ง", max_length=500, blank=True)
    wrong = ThaiTextField("สิ่งที่ไม่ถูกต้อง", max_length=2000)
    right = ThaiTextField("ที่ถูกต้องควรเป็น", max_length=2000, blank=True)
    name = ThaiCharField("ชื่อของท่าน", max_length=200, blank=True)
    phone = ThaiCharField("โทรศัพท์ที่ติดต่อกลับได้", max_length=50, blank=True)
    sender = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="บัญชีที่แจ้ง",
        null=True,
        blank=True,
        related_name="+",
    )
    sent_at = models.DateTimeField("แจ้งเมื่อ", auto_now_add=True)
    answer = ThaiTextField("บันทึกของเจ้าหน้าที่", blank=True, help_text="แก้ไขอะไรแล้ว หรือเหตุใดจึงไม่แก้ไข")
    closed_at = models.DateTimeField("ปิดเรื่องเมื่อ", null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name="ปิดเรื่องโดย",
        null=True,
        blank=True,
        related_name="+",
    )

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "เรื่องที่แจ้งเข้ามา"
        default_permissions = ("view", "change", "delete")
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None)
                | Q(closed_at__isnull=False, closed_by__isnull=False, name="", phone=""),
                name="feedback_closed_by_whom",
            )
        ]

    def __str__(self):
        return self.wrong.splitlines()[0][:80]

    def close(self, user):
        """Close the message and delete the sender's name and phone, without saving."""
        self.closed_at, self.closed_by = timezone.now(), user
        self.name = self.phone = ""

    def reopen(self):
        self.closed_at = self.closed_by = None
