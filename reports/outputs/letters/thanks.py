"""Letters of thanks and certificates for the partners and supporters of a year, written from the records."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import mark_safe

from portal.models import Office
from portal.thai.digits import thai_digits_in_html
from portal.thai.money import baht_text, format_baht
from portal.thai.text import unorphan
from reports.figures.facts import Giver
from reports.figures.summary import YearSummary
from reports.outputs.letters.addressing import LetterForm, form_for, head_of

SHOWN = 5
LONG, LONGER = 45, 80


class LetterKind(StrEnum):
    LETTER = "letter"
    CERTIFICATE = "certificate"


@dataclass(frozen=True)
class LetterRecipient:
    """A partner or supporter of a year under the name of the time, with its projects and gifts in words."""

    giver: Giver
    name: str
    head: str
    form: LetterForm
    is_partner: bool
    projects: tuple[str, ...]
    gifts: str

    @property
    def shown(self):
        """The projects that are named; of many, the first ones."""
        return self.projects if len(self.projects) <= SHOWN else self.projects[: SHOWN - 1]

    @property
    def others(self):
        return len(self.projects) - len(self.shown)

    @property
    def length(self):
        """The CSS class for the room that the name needs on a certificate."""
        return "longer" if len(self.name) > LONGER else "long" if len(self.name) > LONG else "short"


@dataclass(frozen=True)
class LetterDetails:
    """The number, day and signer of letters; what is empty is written by hand."""

    prefix: str = ""
    first_number: int | None = None
    day: date | None = None
    signer: str = ""

    def number_of(self, place):
        number = "" if self.first_number is None else self.first_number + place
        return f"{self.prefix}{number}"


def letter_recipients(summary: YearSummary, user) -> tuple[LetterRecipient, ...]:
    """Return the partners, then the supporters of a year; private persons by name for a user who may read it."""
    partners = [_recipient_of(giver, summary, user, is_partner=True) for giver in summary.partners]
    supporters = [_recipient_of(giver, summary, user, is_partner=False) for giver in summary.supporters]
    return (*partners, *supporters)


def _recipient_of(giver, summary, user, *, is_partner):
    organization = giver.organization
    name = organization.display_name(user) if organization.is_person else giver.name
    projects = tuple(
        line.project.full_title
        for line in summary.projects
        if organization.pk in {line.project.partner_id, *(gift.giver_id for gift in line.project.gifts)}
    )
    return LetterRecipient(
        giver=giver,
        name=name,
        head=head_of(giver.kind, name),
        form=form_for(giver.kind),
        is_partner=is_partner,
        projects=projects,
        gifts=gifts_in_words(giver.totals),
    )


def gifts_in_words(totals) -> str:
    """Return what was given as part of a sentence: baht in figures and in words, then the things."""
    parts = []
    if totals.cash_known:
        known = "เท่าที่ระบุจำนวน" if totals.cash_unknown else ""
        parts.append(f"งบประมาณ{known}เป็นเงิน {format_baht(totals.cash)} บาท ({baht_text(totals.cash)})")
    elif totals.cash_unknown:
        parts.append("งบประมาณ")
    parts += [
        f"{thing.what} จำนวน\u00a0{thing.quantity:,}\u00a0{thing.unit}" if thing.quantity else thing.what
        for thing in totals.things
    ]
    *first, last = parts or [""]
    return f"{' '.join(first)} และ{last}" if first else last


def thanks_html(
    kind: LetterKind, fiscal_year: int, recipients: Iterable[LetterRecipient], details: LetterDetails
) -> str:
    """Return the letters to all recipients, one after the other, in Thai digits."""
    office = Office.objects.first()
    context = {
        "office": office,
        "year": fiscal_year,
        "letters": [(recipient, details.number_of(place)) for place, recipient in enumerate(recipients)],
        "details": details,
        "post": office.approver or f"ผู้อำนวยการ{office.name}" if office else "",
        "email": _with_arabic_digits(office.email) if office else "",
    }
    name = "thanks_letter" if kind == LetterKind.LETTER else "certificate"
    return thai_digits_in_html(unorphan(render_to_string(f"reports/outputs/letters/{name}.html", context)))


def thanks_pdf(
    kind: LetterKind, fiscal_year: int, recipients: Iterable[LetterRecipient], details: LetterDetails
) -> bytes:
    """Return one PDF of the letters to all recipients; the same letters give the same bytes."""
    from portal.pdf.rendering import pdf_of

    return pdf_of(thanks_html(kind, fiscal_year, recipients, details), "css/print-letters.css")


def _with_arabic_digits(text):
    """Return an e-mail address whose digits stay as typed: digits in character references are not made Thai."""
    return mark_safe("".join(f"&#{ord(letter)};" if letter.isdigit() else escape(letter) for letter in text))
