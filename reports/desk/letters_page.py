"""The admin's page on which the letters of thanks and the certificates of a year are printed."""

from dataclasses import replace

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from portal.downloads import attachment
from portal.fields import CalendarInput, CountFormField, ThaiDateFormField
from portal.thai.text import normalize
from reports.figures.summary import summarize
from reports.models import AnnualReport
from reports.outputs.letters.thanks import LetterDetails, LetterKind, letter_recipients, thanks_pdf

LONGEST = 200
WORDS = {LetterKind.LETTER: "หนังสือขอบคุณ", LetterKind.CERTIFICATE: "เกียรติบัตร"}


class ThanksForm(forms.Form):
    """What to print and for which recipients, each with a head that can be corrected."""

    paper = forms.ChoiceField(
        label="พิมพ์", choices=list(WORDS.items()), initial=LetterKind.LETTER.value, widget=forms.RadioSelect
    )
    prefix = forms.CharField(
        label="เลขที่หนังสือ ส่วนหน้า", max_length=50, required=False, help_text="เช่น ศธ 04090/ ส่วนหน้าเหมือนกันทุกฉบับ"
    )
    first_number = CountFormField(
        label="เลขของฉบับแรก",
        required=False,
        min_value=1,
        max_value=999_999,
        help_text="ฉบับต่อไปนับต่อกัน เว้นว่างไว้เพื่อเขียนเลขเองภายหลัง",
    )
    day = ThaiDateFormField(
        label="ลงวันที่", required=False, widget=CalendarInput, help_text="เว้นว่างไว้เพื่อเขียนวันที่เองภายหลัง"
    )
    signer = forms.CharField(
        label="ชื่อผู้ลงนาม",
        max_length=100,
        required=False,
        help_text="พิมพ์ในวงเล็บใต้ลายมือชื่อ เว้นว่างไว้เพื่อเขียนเองภายหลัง",
    )

    def __init__(self, recipients, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.recipients = {recipient.giver.organization.code: recipient for recipient in recipients}

    @property
    def rows(self):
        """Each recipient with its code, whether it is chosen, and its head as derived or typed."""
        sent = self.data.getlist("only") or self.data.getlist("chosen")
        chosen = sent if self.is_bound else self.recipients
        return [
            (code, recipient, code in chosen, self.data.get(f"head_{code}", recipient.head))
            for code, recipient in self.recipients.items()
        ]

    def clean(self):
        """Add the chosen recipients, each with the head that was typed."""
        chosen = [
            replace(recipient, head=normalize(head.replace("\0", "")))
            for _, recipient, is_chosen, head in self.rows
            if is_chosen
        ]
        if not chosen:
            raise ValidationError("ยังไม่ได้เลือกผู้รับ ให้เลือกอย่างน้อยหนึ่งแห่ง")
        for recipient in chosen:
            if not 0 < len(recipient.head) <= LONGEST:
                raise ValidationError(f"เรียน: ใส่ผู้รับของ{recipient.name} ไม่เกิน {LONGEST} ตัวอักษร")
        return self.cleaned_data | {"chosen": chosen}


def thanks_page(screen, request, object_id):
    """Show the partners and supporters of a year; return one PDF for the chosen ones."""
    report = get_object_or_404(AnnualReport, pk=object_id)
    if not request.user.has_perm("partners.view_organization"):
        raise PermissionDenied
    today = timezone.localdate()
    recipients = letter_recipients(summarize(report.fiscal_year, today=today), request.user)
    form = ThanksForm(recipients, request.POST if request.method == "POST" else None, initial={"day": today})
    if form.is_valid():
        cleaned, kind = form.cleaned_data, LetterKind(form.cleaned_data["paper"])
        names = ("prefix", "first_number", "day", "signer")
        details = LetterDetails(**{name: cleaned[name] for name in names})
        pdf = thanks_pdf(kind, report.fiscal_year, cleaned["chosen"], details)
        return attachment(pdf, f"{WORDS[kind]}-{report.fiscal_year}.pdf")
    context = screen.admin_site.each_context(request) | {
        "title": f"หนังสือขอบคุณและเกียรติบัตร ปีงบประมาณ {report.fiscal_year}",
        "report": report,
        "form": form,
        "opts": screen.opts,
        "media": screen.media + form.media,
    }
    return render(request, "reports/desk/letters.html", context)
