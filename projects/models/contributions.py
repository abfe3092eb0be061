"""Contributions to projects, their activities and their counted results."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from partners.models import Document, Organization
from portal.fields import ThaiCharField, ThaiTextField
from portal.history import History
from portal.records import CountedResult, Publication
from projects.giving import GiftForm, Receipt
from projects.models.projects import Project
from projects.totals import Totals, totals_by


class ContributionQuerySet(models.QuerySet):
    def confirmed(self):
        """Filter by confirmed projects."""
        return self.filter(project__status=Publication.CONFIRMED)

    def received(self):
        """Filter contributions received; planned ones count in no total."""
        return self.filter(receipt=Receipt.RECEIVED)

    def in_year(self, fiscal_year):
        """Filter by the fiscal year of the project."""
        return self.filter(project__fiscal_year=fiscal_year)

    def totals(self) -> Totals:
        """Return the totals received."""
        return self.totals_by().get((), Totals())

    def totals_by(self, *fields) -> dict[tuple, Totals]:
        """Return the totals received for each tuple of the fields' values, in one query."""
        return totals_by(self.received(), *fields)


class Contribution(models.Model):
    """A contribution of one giver to one project; an unknown amount is None, never zero."""

    project = models.ForeignKey(Project, models.CASCADE, verbose_name="โครงการ", related_name="contributions")
    order = models.PositiveSmallIntegerField("ลำดับ", default=0)
    giver = models.ForeignKey(Organization, models.PROTECT, verbose_name="ผู้ให้", related_name="contributions")
    form = models.CharField("รูปแบบ", max_length=10, choices=GiftForm, default=GiftForm.CASH)
    receipt = models.CharField("ได้รับ", max_length=10, choices=Receipt, default=Receipt.RECEIVED)
    amount = models.DecimalField(
        "จำนวนเงิน (บาท)", max_digits=14, decimal_places=2, null=True, blank=True, help_text="เว้นว่างเมื่อไม่ทราบ"
    )
    quantity = models.PositiveIntegerField("จำนวน", null=True, blank=True, help_text="เว้นว่างเมื่อไม่ทราบ")
    unit = ThaiCharField("หน่วยนับ", max_length=50, blank=True)
    what = ThaiCharField("สิ่งที่ให้", max_length=200, blank=True)
    recipient = models.ForeignKey(
        Organization,
        models.PROTECT,
        verbose_name="ผู้รับ",
        null=True,
        blank=True,
        related_name="received_contributions",
    )
    recipient_words = ThaiCharField("ผู้รับในคำ", max_length=200, blank=True)
    document = models.ForeignKey(
        Document, models.PROTECT, verbose_name="หลักฐาน", null=True, blank=True, related_name="contributions"
    )
    source_note = ThaiTextField("หมายเหตุแหล่งข้อมูล", blank=True)

    objects = ContributionQuerySet.as_manager()
    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "การสนับสนุน"
        ordering = ["project", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount=None) | Q(amount__gt=0),
                name="contribution_amount_positive",
                violation_error_message="จำนวนเงินต้องมากกว่าศูนย์ ถ้าไม่ทราบจำนวนให้เว้นว่าง",
            ),
            models.CheckConstraint(
                condition=Q(quantity=None) | Q(quantity__gt=0),
                name="contribution_quantity_positive",
                violation_error_message="จำนวนต้องมากกว่าศูนย์ ถ้าไม่ทราบให้เว้นว่าง",
            ),
            models.CheckConstraint(
                condition=Q(form=GiftForm.CASH, quantity=None, unit="", what="")
                | (Q(form__in=[GiftForm.THING, GiftForm.PEOPLE], amount=None) & ~Q(unit="") & ~Q(what="")),
                name="contribution_cash_or_thing",
                violation_error_message="เงินให้ใส่เฉพาะจำนวนเงิน ส่วนสิ่งของหรือคนให้ใส่สิ่งที่ให้กับหน่วยนับ ไม่ใส่จำนวนเงิน",
            ),
            models.CheckConstraint(
                condition=Q(recipient=None) | Q(recipient_words=""),
                name="contribution_one_recipient",
                violation_error_message="ผู้รับ: เลือกหน่วยงาน หรือเขียนเป็นคำ อย่างใดอย่างหนึ่ง",
            ),
        ]

    def __str__(self):
        return f"{self.giver} {self.get_form_display()}"

    def clean(self):
        super().clean()
        if self.amount is not None and self.amount <= 0:
            raise ValidationError({"amount": "จำนวนเงินต้องมากกว่าศูนย์ ถ้าไม่ทราบจำนวนให้เว้นว่าง"})


class Activity(models.Model):
    """An activity of a project."""

    project = models.ForeignKey(Project, models.CASCADE, verbose_name="โครงการ", related_name="activities")
    order = models.PositiveSmallIntegerField("ลำดับ", default=0)
    name = ThaiCharField("ชื่อ", max_length=200)

    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "กิจกรรม"
        ordering = ["project", "order", "pk"]

    def __str__(self):
        return self.name


class ProjectResult(CountedResult):
    """A counted result of a project."""

    project = models.ForeignKey(Project, models.CASCADE, verbose_name="โครงการ", related_name="results")

    history = History()

    class Meta(CountedResult.Meta):
        verbose_name = verbose_name_plural = "ผลที่นับได้"
