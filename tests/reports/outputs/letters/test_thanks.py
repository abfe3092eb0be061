"""Letters of thanks and certificates: to whom, for what and in which words."""

import io
from datetime import date
from decimal import Decimal

import pypdfium2
import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.base import ContentFile
from PIL import Image

from partners.models import FormerName, OrganizationKind
from portal.models import Office
from projects.models import GiftForm
from reports.figures.summary import summarize
from reports.outputs.letters.thanks import (
    LetterDetails,
    LetterKind,
    letter_recipients,
    thanks_html,
    thanks_pdf,
)
from tests.factories import (
    YEAR,
    make_contribution,
    make_office,
    make_organization,
    make_person,
    make_project,
    make_things,
)
from tests.reading import text_of

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 25)
DETAILS = LetterDetails("ศธ 04090/", 123, date(2014, 1, 11), "นางสมใจ ดีงาม")
KIND = OrganizationKind


@pytest.fixture
def office(db):
    """Which writes the letters."""
    return make_office(
        address="ถนนราเมศวร์\nจังหวัดพัทลุง 93000",
        phone="074 612345",
        email="office2@example.go.th",
        approver="ผอ.สพป.ตัวอย่าง",
    )


def recipients(user=None):
    return letter_recipients(summarize(YEAR, today=TODAY), user or AnonymousUser())


def test_partners_and_supporters_with_what_each_gave(office):
    """A partner for its projects and baht, a supporter for the project it gave to and the things."""
    project = make_project(title="กีฬาสัมพันธ์", partner=make_organization(name="ควนขนุน"))
    make_contribution(project=project, amount=Decimal("45500.50"))
    make_things(project=project, giver=make_organization(name="ป่าบอน"), quantity=7)
    partner, supporter = recipients()
    assert partner.is_partner
    assert partner.projects == supporter.projects == ("กีฬาสัมพันธ์",)
    assert partner.gifts == "งบประมาณเป็นเงิน 45,500.50 บาท (สี่หมื่นห้าพันห้าร้อยบาทห้าสิบสตางค์)"
    assert not supporter.is_partner
    assert supporter.gifts == "รถบัส จำนวน\u00a07\u00a0คัน"


def test_gifts_of_unknown_amount_are_thanked_without_a_sum(office):
    """What is unknown is no zero: the money, the things and the people are named without a number."""
    project = make_project()
    make_contribution(project=project, amount=None)
    make_things(project=project, quantity=None)
    make_contribution(project=project, form=GiftForm.PEOPLE, what="วิทยากร", unit="คน", quantity=3)
    (one,) = recipients()
    assert one.gifts == "งบประมาณ รถบัส และวิทยากร จำนวน\u00a03\u00a0คน"


def test_names_are_those_of_the_year(office):
    """An organization that was renamed since is thanked under the name and kind of the year."""
    body = make_organization(kind=KIND.SUBDISTRICT_MUNICIPALITY, name="เขาหัวช้าง")
    FormerName.objects.create(organization=body, kind=KIND.SAO, name="เขาหัวช้าง", until=date(2015, 1, 1))
    make_project(partner=body)
    assert recipients()[0].head == "นายกองค์การบริหารส่วนตำบลเขาหัวช้าง"


def test_a_private_person_by_name_only_for_those_who_may_read_it(office, staff):
    """Others print the role."""
    make_project(partner=make_person("นางปราณี ใจดี", "ปราชญ์ชาวบ้าน"))
    assert recipients()[0].head == "ปราชญ์ชาวบ้าน"
    assert recipients(staff)[0].head == "นางปราณี ใจดี"


def test_a_letter_in_the_official_form(office):
    """Number, office, day, subject, head, sums in words, signer and contact stand in the text of the PDF."""
    make_contribution(project=make_project(title="มหกรรมสุขภาพ", partner=make_organization(name="ควนขนุน")))
    (text,) = text_of(thanks_pdf(LetterKind.LETTER, YEAR, recipients(), DETAILS))
    for words in (
        "ที่ ศธ 04090/123",
        "สำนักงานเขตพื้นที่การศึกษาตัวอย่าง",
        "จังหวัดพัทลุง 93000",
        "11 มกราคม 2557",
        "ขอขอบคุณที่มีส่วนร่วมในการจัดการศึกษา",
        "นายกองค์การบริหารส่วนตำบลควนขนุน",
        "มหกรรมสุขภาพ",
        "1,000 บาท (หนึ่งพันบาทถ้วน)",
        "ขอแสดงความนับถือ",
        "(นางสมใจ ดีงาม)",
        "ผอ.สพป.ตัวอย่าง",
        "074 612345",
        "office2@example.go.th",
    ):
        assert words in text, words


def test_digits_are_thai_but_for_the_address_of_email(office):
    """As official letters write them."""
    make_project()
    html = thanks_html(LetterKind.LETTER, YEAR, recipients(), DETAILS)
    assert "ศธ ๐๔๐๙๐/๑๒๓" in html
    assert "office&#50;@example.go.th" in html


def test_monks_are_greeted_as_monks(office):
    """A letter to a temple begins and closes in its own words, any other does not."""
    make_project(partner=make_organization(kind=KIND.TEMPLE, name="หวัง"))
    assert "นมัสการ" in thanks_html(LetterKind.LETTER, YEAR, recipients(), DETAILS)
    make_project(partner=make_organization())
    assert "นมัสการ" not in thanks_html(LetterKind.LETTER, YEAR, recipients()[1:], DETAILS)


def test_of_twenty_projects_the_first_and_the_number(office):
    """The letter names four, counts the others, and stays on one page."""
    partner = make_organization()
    for number in range(20):
        make_project(partner=partner, title=f"กิจกรรมที่ {number:02} เพื่อพัฒนาคุณภาพการศึกษาของนักเรียนในเขตพื้นที่")
    (text,) = text_of(thanks_pdf(LetterKind.LETTER, YEAR, recipients(), DETAILS))
    assert "จำนวน 20 โครงการ" in text
    assert "กิจกรรมที่ 03" in text
    assert "กิจกรรมที่ 04" not in text
    assert "อื่นอีก 16 รายการ" in text


def test_what_is_not_asked_is_left_free(office):
    """Without number, day and signer nothing stands in for them: no dots, no None."""
    make_project()
    for kind in LetterKind:
        html = thanks_html(kind, YEAR, recipients(), LetterDetails())
        assert "None" not in html
        assert "...." not in html


def test_one_sheet_each_numbered_on(office):
    """Three partners are three pages with numbers that follow, in letters and in certificates."""
    for _ in range(3):
        make_project()
    for kind in LetterKind:
        texts = text_of(thanks_pdf(kind, YEAR, recipients(), DETAILS))
        assert [f"04090/{number}" in text for number, text in zip((123, 124, 125), texts, strict=True)] == [
            True
        ] * 3


def test_a_certificate(office):
    """Landscape, with the name, the year, the gift and the day."""
    make_contribution(project=make_project(title="มหกรรมสุขภาพ", partner=make_organization(name="ควนขนุน")))
    pdf = thanks_pdf(LetterKind.CERTIFICATE, YEAR, recipients(), DETAILS)
    width, height = pypdfium2.PdfDocument(pdf)[0].get_size()
    assert width > height
    (text,) = text_of(pdf)
    for words in (
        "องค์การบริหารส่วนตำบลควนขนุน",
        "พ.ศ. 2557",
        "มหกรรมสุขภาพ",
        "1,000 บาท",
        "ให้ไว้ ณ วันที่ 11 มกราคม 2557",
    ):
        assert words in text, words


def test_the_same_bytes_twice(office):
    """A letter printed again is the same file."""
    make_project()
    for kind in LetterKind:
        assert thanks_pdf(kind, YEAR, recipients(), DETAILS) == thanks_pdf(kind, YEAR, recipients(), DETAILS)


def test_the_garuda_stands_on_letters_only(office):
    """Where the office uploaded one; else its place is left free."""
    make_project()
    assert "<img" not in thanks_html(LetterKind.LETTER, YEAR, recipients(), DETAILS)
    picture = io.BytesIO()
    Image.new("RGB", (30, 30), "black").save(picture, "PNG")
    Office.objects.get().garuda.save("garuda.png", ContentFile(picture.getvalue()))
    assert "ตราครุฑ" in thanks_html(LetterKind.LETTER, YEAR, recipients(), DETAILS)
    assert "<img" not in thanks_html(LetterKind.CERTIFICATE, YEAR, recipients(), DETAILS)
