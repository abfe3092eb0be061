"""The admin's page on which letters of thanks and certificates of a year are chosen, numbered, dated and printed."""

from dataclasses import replace

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from portal.admin.forms import CalendarInput
from portal.downloads import attachment
from portal.fields import CountFormField, ThaiDateFormField
from portal.thai.text import normalize
from reports.figures.summary import summarize
from reports.outputs.letters.thanks import LetterDetails, LetterKind, letter_recipients, thanks_pdf

LONGEST = 200
WORDS = {LetterKind.LETTER: "หนังสือขอบคุณ", LetterKind.CERTIFICATE: "เกียรติบัตร"}


class ThanksForm(forms.Form):
    """What is printed and for whom; every head may be corrected."""

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

    def __init__(self, thanked, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.thanked = {one.giver.organization.code: one for one in thanked}

    @property
    def rows(self):
        """Everybody, whether ticked, and the head as it was derived or typed."""
        if not self.is_bound:
            return [(code, one, True, one.head) for code, one in self.thanked.items()]
        ticked = self.data.getlist("only") or self.data.getlist("chosen")
        return [
            (code, one, code in ticked, self.data.get(f"head_{code}", one.head))
            for code, one in self.thanked.items()
        ]

    def clean(self):
        """Those that are ticked, each under the head that was typed."""
        chosen = [
            (one, normalize(head.replace("\0", ""))) for _, one, is_ticked, head in self.rows if is_ticked
        ]
        if not chosen:
            raise ValidationError("ยังไม่ได้เลือกผู้รับ ให้เลือกอย่างน้อยหนึ่งแห่ง")
        for one, head in chosen:
            if not head or len(head) > LONGEST:
                raise ValidationError(f"เรียน: ใส่ผู้รับของ{one.name} ไม่เกิน {LONGEST} ตัวอักษร")
        self.cleaned_data["chosen"] = [replace(one, head=head) for one, head in chosen]
        return self.cleaned_data


def thanks_page(screen, request, object_id):
    """Shows the year's partners and supporters, and answers with one PDF for those that are ticked."""
    report = screen.get_object(request, object_id)
    if report is None:
        raise Http404
    if not request.user.has_perm("partners.view_organization"):
        raise PermissionDenied
    today = timezone.localdate()
    thanked = letter_recipients(summarize(report.fiscal_year, today=today), request.user)
    form = ThanksForm(thanked, request.POST if request.method == "POST" else None, initial={"day": today})
    if request.method == "POST" and form.is_valid():
        return _pdf(report.fiscal_year, form.cleaned_data)
    context = screen.admin_site.each_context(request) | {
        "title": f"หนังสือขอบคุณและเกียรติบัตร ปีงบประมาณ {report.fiscal_year}",
        "report": report,
        "form": form,
        "opts": screen.opts,
        "media": screen.media + form.media,
    }
    return render(request, "reports/desk/letters.html", context)


def _pdf(year, asked):
    sending = LetterDetails(**{name: asked[name] for name in ("prefix", "first_number", "day", "signer")})
    paper = LetterKind(asked["paper"])
    name = f"{WORDS[paper]}-{year}.pdf"
    return attachment(thanks_pdf(paper, year, asked["chosen"], sending), name)
