"""Editions: frozen, found again, and printed again to the same bytes."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from projects.models import Contribution, Project
from reports.editions import signing
from reports.editions.freezing import page_of
from reports.editions.verification_code import new_code, read_code
from reports.models import Edition, EditionCopy
from tests.factories import make_contribution, make_office, make_person
from tests.files import picture
from tests.signing import make_report, sign

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_an_edition_never_changes(editor, approver):
    """Neither by save, nor in bulk, nor by deletion."""
    edition = sign(make_report(), editor, approver)
    copy = edition.copy_for(public=True)
    edition.title = copy.body = "อื่น"
    for attempt in (
        edition.save,
        edition.delete,
        copy.save,
        copy.delete,
        lambda: Edition.objects.update(title="อื่น"),
        lambda: Edition.objects.all().delete(),
        lambda: edition.copies.update(body="อื่น"),
        lambda: EditionCopy.objects.all().delete(),
    ):
        with pytest.raises(ValidationError):
            attempt()
    assert not Edition.objects.filter(title="อื่น").exists()
    assert EditionCopy.objects.exclude(body="อื่น").count() == 2


def test_the_office_reads_more_than_the_public(editor, approver):
    """A private giver's name is in the data of the office, and only the role in what is public."""
    report = make_report()
    make_contribution(giver=make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา"))
    edition = sign(report, editor, approver)
    public, office = edition.copies.all()
    assert "สมชาย" in str(office.data)
    assert "สมชาย" not in str(public.data) + public.body
    assert "ผู้มีจิตศรัทธา" in str(public.data)


def test_the_data_says_the_figures_and_the_prose(editor, approver):
    """Plain JSON under a schema number: totals, projects by code, paragraphs."""
    data = sign(make_report(), editor, approver).copy_for(public=True).data
    assert (data["schema"], data["figures"]["cash"], data["figures"]["projects"]) == (1, "30000.00", 1)
    (project,) = data["projects"].values()
    assert (project["name"], project["gifts"][0]["cash"]) == ("กีฬาตำบล", "30000.00")
    assert [line["text"] for line in data["paragraphs"].values()] == ["ประสานความร่วมมือ"]


def test_the_bodies_stand_alone(editor, approver, settings, tmp_path):
    """With the office's logo they lead to no file; its picture is in them."""
    settings.MEDIA_ROOT = tmp_path
    make_office(logo=ContentFile(picture("PNG"), name="ตรา.png"))
    public, office = sign(make_report(), editor, approver).copies.all()
    assert "file:" not in public.body + office.body
    assert "data:image/png;base64," in public.body


def test_the_code_and_the_qr_are_in_what_is_printed(editor, approver):
    """The page to print bears both, and the address leads to the check page."""
    edition = sign(make_report(), editor, approver)
    assert edition.address == f"https://phakhi.example.go.th/check/{edition.code}/"
    for copy in edition.copies.all():
        assert edition.qr in copy.print_job.html
        assert edition.code in copy.print_job.html
        assert "ยังไม่ลงนาม" not in copy.print_job.html


def test_an_edition_has_a_copy_for_the_public_and_one_for_the_office(editor, approver):
    """Each has its own print job, though nothing private stands in the year."""
    public, office = sign(make_report(), editor, approver).copies.all()
    assert (public.is_public, office.is_public) == (True, False)
    assert public.print_job != office.print_job
    assert (public.print_job.is_public, office.print_job.is_public) == (True, False)


def test_the_pdf_of_an_edition_holds_its_data(editor, approver):
    """Each reader's data lie in that reader's PDF."""
    report = make_report()
    make_contribution(giver=make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา"))
    public, office = sign(report, editor, approver).copies.all()
    assert json.loads(public.print_job.data) == public.data
    assert json.loads(office.print_job.data) == office.data
    assert "สมชาย" not in public.print_job.data


@pytest.mark.parametrize("typed", ["K7QM-2X40", "k7qm2x40", "K7qm 2x4O", "K๗QM–๒X๔๐"])
def test_a_code_is_read_however_it_is_typed(typed):
    """In any case, with any dash, in Thai digits, with O for 0."""
    assert read_code(typed) == "K7QM-2X40"


def test_codes_are_read_as_they_are_made():
    """No sign of a code is taken for another."""
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(read_code(code) == code for code in codes)


def test_an_amended_edition_prints_what_changed(editor, approver):
    """The table with the old, the new and the reason stands in the second edition's bodies, not in the first's."""
    report = make_report()
    first = sign(report, editor, approver)
    gift = Contribution.objects.get()
    gift.amount = 45_000
    gift.save()
    report = signing.amend(report, editor, "อบต. แจ้งยอดใหม่")
    second = sign(report, editor, approver)
    for copy in second.copies.all():
        assert all(
            words in copy.body
            for words in ("30,000 บาท", "45,000 บาท", "อบต. แจ้งยอดใหม่", "สิ่งที่เปลี่ยนจากฉบับก่อน")
        )
    assert "สิ่งที่เปลี่ยนจากฉบับก่อน" not in first.copy_for(public=True).body


def test_codes_of_records_keep_their_digits_in_print(editor, approver):
    """What stands beside them in the table of changes is in Thai digits."""
    report = make_report()
    sign(report, editor, approver)
    project = Project.objects.get()
    project.title = "กีฬาตำบล ครั้งที่ 2"
    project.save()
    second = sign(signing.amend(report, editor, "แก้ชื่อ"), editor, approver)
    page = page_of(second.copy_for(public=True))
    assert "กีฬาตำบล ครั้งที่ ๒" in page
    assert f"<code>{project.code}</code>" in page
