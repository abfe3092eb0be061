"""Letters of thanks and certificates for the partners and supporters of a year, from what the records tell of them."""

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
from reports.outputs.letters.addressing import Form, form_for, head_of

SHOWN = 5
LONG, LONGER = 45, 80


class Paper(StrEnum):
    LETTER = "letter"
    CERTIFICATE = "certificate"


@dataclass(frozen=True)
class Thanked:
    """One whom the office thanks: under the name of the year, with the projects and what was given."""

    giver: Giver
    name: str
    head: str
    form: Form
    is_partner: bool
    projects: tuple[str, ...]
    gifts: str

    @property
    def shown(self):
        """The projects that are named; of many, the first."""
        return self.projects if len(self.projects) <= SHOWN else self.projects[: SHOWN - 1]

    @property
    def others(self):
        return len(self.projects) - len(self.shown)

    @property
    def length(self):
        """How much room the name needs on a certificate."""
        return "longer" if len(self.name) > LONGER else "long" if len(self.name) > LONG else "short"


@dataclass(frozen=True)
class Sending:
    """What is asked when papers are printed: number, day and signer; what is left empty is written by hand."""

    prefix: str = ""
    first_number: int | None = None
    day: date | None = None
    signer: str = ""

    def number_of(self, place):
        number = "" if self.first_number is None else f"{self.first_number + place}"
        return f"{self.prefix}{number}"


def thanked_in(summary: YearSummary, user) -> tuple[Thanked, ...]:
    """The partners and then the supporters of a year; private persons by name for a user who may read it."""
    partners = [_thanked(giver, summary, user, is_partner=True) for giver in summary.partners]
    return (*partners, *(_thanked(giver, summary, user, is_partner=False) for giver in summary.supporters))


def _thanked(giver, summary, user, *, is_partner):
    own = giver.organization
    name = own.display_name(user) if own.is_person else giver.name
    projects = tuple(
        line.project.full_title
        for line in summary.projects
        if line.project.partner_id == own.pk or any(gift.giver_id == own.pk for gift in line.gifts)
    )
    return Thanked(
        giver=giver,
        name=name,
        head=head_of(giver.kind, name),
        form=form_for(giver.kind),
        is_partner=is_partner,
        projects=projects,
        gifts=gifts_in_words(giver.totals),
    )


def gifts_in_words(totals) -> str:
    """What was given, in a sentence's words: baht in figures and in words, then the things."""
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


def thanks_html(paper: Paper, fiscal_year: int, thanked: Iterable[Thanked], sending: Sending) -> str:
    """The papers of all, one after the other, in Thai digits."""
    office = Office.objects.first()
    context = {
        "office": office,
        "year": fiscal_year,
        "sheets": [(one, sending.number_of(place)) for place, one in enumerate(thanked)],
        "sending": sending,
        "post": office.approver or f"ผู้อำนวยการ{office.name}" if office else "",
        "email": _kept(office.email) if office else "",
    }
    name = "thanks_letter" if paper == Paper.LETTER else "certificate"
    return thai_digits_in_html(unorphan(render_to_string(f"reports/outputs/letters/{name}.html", context)))


def thanks_pdf(paper: Paper, fiscal_year: int, thanked: Iterable[Thanked], sending: Sending) -> bytes:
    """One PDF of all; the same papers give the same bytes."""
    from portal.pdf.rendering import pdf_of

    return pdf_of(thanks_html(paper, fiscal_year, thanked, sending), "css/thanks.css")


def _kept(text):
    """An address of e-mail whose digits stay as they are typed: digits in references are not made Thai."""
    return mark_safe("".join(f"&#{ord(letter)};" if letter.isdigit() else escape(letter) for letter in text))
