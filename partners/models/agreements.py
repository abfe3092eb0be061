"""Agreements between organizations."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Case, F, Q, Value, When
from django.urls import reverse

from partners.models.documents import Document
from partners.models.organizations import Organization
from portal.fields import ThaiCharField, ThaiDateField, ThaiTextField
from portal.history import History
from portal.records import Publication, Published, PublishedQuerySet, search_index
from portal.thai.dates import fiscal_year_bounds


class AgreementEnd(models.TextChoices):
    """How an agreement ends; having no end date differs from an unknown end."""

    DATED = "dated", "มีวันสิ้นสุด"
    OPEN = "open", "ไม่มีวันสิ้นสุด"
    UNKNOWN = "unknown", "ไม่ทราบวันสิ้นสุด"


class AgreementState(models.TextChoices):
    """The state of an agreement on a day."""

    AHEAD = "ahead", "ยังไม่เริ่ม"
    IN_FORCE = "in_force", "มีผลอยู่"
    ENDED = "ended", "สิ้นสุดแล้ว"
    UNKNOWN = "unknown", "ไม่ทราบ"


SOON = timedelta(days=90)


class AgreementQuerySet(PublishedQuerySet):
    def text_contains(self, key, user):
        """Return the condition that a key is in an agreement's own names or those of its parties."""
        parties = AgreementParty.objects.filter(organization__in=Organization.objects.pks_named(key, user))
        return Q(search_key__contains=key) | Q(pk__in=parties.order_by().values("agreement"))

    def in_report_of(self, fiscal_year):
        """Filter confirmed agreements known to be in force in a fiscal year or used by its confirmed projects."""
        first, last = fiscal_year_bounds(fiscal_year)
        in_force = Q(starts_on__lte=last) & (Q(ends_on__gte=first) | Q(end=AgreementEnd.OPEN))
        # The app of projects builds on this one, so its models are reached by lookups alone.
        of_year = {"projects__fiscal_year": fiscal_year, "projects__status": Publication.CONFIRMED}
        used = self.model.objects.filter(**of_year).order_by().values("pk")
        return self.confirmed().filter(in_force | Q(pk__in=used))

    def with_parties(self):
        """Prefetch the parties with their organizations."""
        parties = AgreementParty.objects.select_related("organization")
        return self.prefetch_related(models.Prefetch("parties", parties))

    def expiring(self, *, within, on):
        """Filter by an end within a timedelta after a day."""
        return self.filter(ends_on__gte=on, ends_on__lte=on + within)

    def in_state(self, state, on):
        """Filter by the state on a day, by the rule of Agreement.state()."""
        states = Case(
            When(ends_on__lt=on, then=Value(AgreementState.ENDED)),
            When(starts_on__gt=on, then=Value(AgreementState.AHEAD)),
            When(Q(starts_on=None) | Q(end=AgreementEnd.UNKNOWN), then=Value(AgreementState.UNKNOWN)),
            default=Value(AgreementState.IN_FORCE),
        )
        return self.alias(state_on=states).filter(state_on=state)


class Agreement(Published):
    """A memorandum of understanding with two or more parties, a subject and a term."""

    title = ThaiCharField("ชื่อข้อตกลง", max_length=400)
    subject = ThaiTextField("เรื่องที่ตกลง", blank=True)
    number = ThaiCharField("เลขที่", max_length=50, blank=True)
    signed_first = ThaiDateField("ลงนามวันที่", null=True, blank=True)
    signed_last = ThaiDateField(
        "ถึงวันที่", null=True, blank=True, help_text="เมื่อทราบเพียงเดือนหรือปี ให้ใส่วันแรกและวันสุดท้ายของช่วงนั้น"
    )
    starts_on = ThaiDateField("เริ่มมีผล", null=True, blank=True)
    end = models.CharField("การสิ้นสุด", max_length=10, choices=AgreementEnd, default=AgreementEnd.UNKNOWN)
    ends_on = ThaiDateField("วันสิ้นสุด", null=True, blank=True)
    renews = models.ForeignKey(
        "self", models.PROTECT, verbose_name="ต่ออายุจาก", null=True, blank=True, related_name="renewals"
    )
    documents = models.ManyToManyField(Document, verbose_name="เอกสาร", blank=True, related_name="agreements")

    code_prefix = "A"
    objects = AgreementQuerySet.as_manager()
    history = History(m2m_fields=["documents"])

    class Meta(Published.Meta):
        verbose_name = verbose_name_plural = "บันทึกข้อตกลง (MOU)"
        permissions = [("confirm_agreement", "ยืนยันข้อตกลงได้")]
        indexes = [models.Index(fields=["status", "ends_on"]), search_index("agreement_search")]
        constraints = [
            models.CheckConstraint(
                condition=Q(signed_first=None, signed_last=None) | Q(signed_last__gte=F("signed_first")),
                name="agreement_signed_order",
                violation_error_message="ลงนามวันที่: วันสุดท้ายต้องไม่มาก่อนวันแรก",
            ),
            models.CheckConstraint(
                condition=Q(end=AgreementEnd.DATED, ends_on__isnull=False)
                | (~Q(end=AgreementEnd.DATED) & Q(ends_on=None)),
                name="agreement_end_known",
                violation_error_message="วันสิ้นสุด: ใส่เมื่อเลือก “มีวันสิ้นสุด” เท่านั้น และต้องใส่เมื่อเลือก",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(starts_on=None) | Q(ends_on__gte=F("starts_on")),
                name="agreement_term_order",
                violation_error_message="วันสิ้นสุดมาก่อนวันเริ่มมีผล ให้แก้วันใดวันหนึ่ง",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("agreement", args=[self.code])

    def key_texts(self):
        return [self.title, self.subject, self.number, *self.spellings.splitlines()]

    def clean(self):
        super().clean()
        if self.signed_first and not self.signed_last:
            self.signed_last = self.signed_first
        first_known = self.starts_on or self.signed_first
        if self.ends_on and first_known and self.ends_on < first_known:
            raise ValidationError({"ends_on": "วันสิ้นสุดมาก่อนวันเริ่มมีผลหรือวันลงนาม ให้แก้วันใดวันหนึ่ง"})
        if self.end == AgreementEnd.DATED and not self.ends_on:
            raise ValidationError({"ends_on": "ใส่วันสิ้นสุด หรือเลือกว่าไม่มีหรือไม่ทราบวันสิ้นสุด"})
        if self.end != AgreementEnd.DATED and self.ends_on:
            raise ValidationError({"end": "ใส่วันสิ้นสุดไว้แล้ว ให้เลือก “มีวันสิ้นสุด” หรือลบวันสิ้นสุดออก"})

    @transaction.atomic
    def renew(self):
        """Create a draft with the same parties and subject, starting the day after this agreement ends."""
        renewal = Agreement.objects.create(
            title=self.title,
            subject=self.subject,
            renews=self,
            starts_on=self.ends_on and self.ends_on + timedelta(days=1),
        )
        for party in self.parties.all():
            party.pk, party._state.adding, party.agreement = None, True, renewal
            party.save()
        return renewal

    def state(self, on):
        """Return the state on a day."""
        if self.ends_on and self.ends_on < on:
            return AgreementState.ENDED
        if self.starts_on and self.starts_on > on:
            return AgreementState.AHEAD
        if self.starts_on and self.end != AgreementEnd.UNKNOWN:
            return AgreementState.IN_FORCE
        return AgreementState.UNKNOWN

    def days_left(self, on):
        """Return the days from a day to the end, or None when it has ended or the end is unknown."""
        return (self.ends_on - on).days if self.ends_on and self.ends_on >= on else None


class AgreementParty(models.Model):
    """A party of an agreement: an organization, or words where the document names none."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, verbose_name="ข้อตกลง", related_name="parties")
    order = models.PositiveSmallIntegerField("ลำดับ", default=0)
    organization = models.ForeignKey(
        Organization,
        models.PROTECT,
        verbose_name="หน่วยงาน",
        null=True,
        blank=True,
        related_name="agreement_seats",
    )
    words = ThaiCharField("คู่ตกลงในคำ", max_length=200, blank=True, help_text="เมื่อเอกสารไม่ระบุชื่อหน่วยงาน")
    signatory_position = ThaiCharField("ตำแหน่งผู้ลงนาม", max_length=200, blank=True)
    signatory_name = ThaiCharField("ชื่อผู้ลงนาม", max_length=200, blank=True)

    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "คู่ตกลง"
        ordering = ["agreement", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(organization=None) ^ Q(words=""),
                name="agreementparty_one_way",
                violation_error_message="คู่ตกลง: เลือกหน่วยงาน หรือเขียนเป็นคำ อย่างใดอย่างหนึ่ง",
            )
        ]

    def __str__(self):
        return self.public_name

    @property
    def public_name(self):
        return self.organization.public_name if self.organization else self.words

    @property
    def full_name(self):
        """The name for office staff, including a private person's own name."""
        return self.organization.full_name if self.organization else self.words
