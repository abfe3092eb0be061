"""Accounts of school directors."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from networks.models.schools import School
from portal.fields import ThaiDateField
from portal.history import History


class SchoolAccountQuerySet(models.QuerySet):
    def present(self):
        """Filter the accounts in use."""
        return self.filter(until=None)


class SchoolAccount(models.Model):
    """A director's account for a school; a school has one at a time, and a new director gets a new one."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="บัญชี", related_name="school_account"
    )
    school = models.ForeignKey(
        School, models.PROTECT, verbose_name="โรงเรียน", related_name="director_accounts"
    )
    since = ThaiDateField("ตั้งแต่")
    until = ThaiDateField("ถึงวันที่", null=True, blank=True)
    slip_made_at = models.DateTimeField("ทำใบแจ้งรหัสผ่านล่าสุด")

    objects = SchoolAccountQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "บัญชีผู้อำนวยการ"
        ordering = ["school", "since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["school"],
                condition=Q(until=None),
                name="schoolaccount_one_at_a_time",
                violation_error_message="โรงเรียนนี้มีบัญชีผู้อำนวยการที่ใช้อยู่แล้ว",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="schoolaccount_term_order",
                violation_error_message="วันสิ้นสุดมาก่อนวันเริ่ม",
            ),
        ]

    def __str__(self):
        return f"{self.user} ({self.school})"

    @property
    def is_present(self):
        return self.until is None
