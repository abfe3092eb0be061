"""The history of a record on the screen, in words; and an earlier version brought back."""

import re
from datetime import date

import pytest

from portal.records import Publication
from tests.admin_forms import admin_page, as_shown
from tests.counting import queries_of
from tests.factories import (
    make_agreement,
    make_contribution,
    make_document,
    make_group,
    make_member,
    make_organization,
    make_person,
    make_project,
)
from tests.reading import Page

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def words(response):
    return re.sub(r"\s+", " ", " ".join(Page(response.text).texts))


def history_of(client, record):
    return words(client.get(admin_page(record, "history")))


def save(client, record, rows=None, **typed):
    url = admin_page(record)
    assert client.post(url, as_shown(client.get(url), rows, **typed)).status_code == 302


def test_a_change_is_told_with_both_values(editing, editor):
    """Who, by which path, the label of the field, and the value before and after."""
    project = make_project(venue="ศาลา")
    save(editing, project, venue="หอประชุม")
    page = history_of(editing, project)
    for told in (editor.username, "หน้าบันทึก", "สถานที่ ศาลา หอประชุม"):
        assert told in page


def test_what_did_not_change_is_not_told(editing):
    """A form saved as it was leaves nothing to read."""
    project = make_project(venue="ศาลา")
    save(editing, project)
    (entry,) = editing.get(admin_page(project, "history")).context["entries"]
    assert [change["verb"] for change in entry.changes] == ["เพิ่ม"]


def test_days_choices_and_related_records_are_told_in_words(editing):
    """Days bear the Buddhist year, choices their labels, relations the name of the other record."""
    project = make_project(partner=make_organization(name="ควนขนุน"))
    other = make_organization(name="โตนดด้วน")
    save(editing, project, when="22/8/2557", partner=other.pk, partner_plans="on")
    page = history_of(editing, project)
    for told in ("วันที่เริ่ม ว่าง 22 ส.ค. 2557", "อบต.ควนขนุน อบต.โตนดด้วน", "ภาคีร่วมวางแผน (P) ไม่ใช่ ใช่"):
        assert told in page


def test_rows_are_told_under_their_record(editing):
    """A row added, changed and deleted, each with whose it is."""
    project = make_project(partner=make_organization(name="ควนขนุน"))
    gift = make_contribution(project=project, amount=500)
    save(editing, project, **{"contributions-0-amount": "45,500"})
    gift.delete()
    page = history_of(editing, project)
    for told in ("เพิ่ม การสนับสนุน", "แก้ไข การสนับสนุน", "ลบ การสนับสนุน", "จำนวนเงิน (บาท) 500 45,500"):
        assert told in page


def test_rows_of_another_record_are_not_told(editing):
    """What was given to one project is no news of the next."""
    project = make_project()
    make_contribution(amount=98765)
    assert "98,765" not in history_of(editing, project)


@pytest.mark.parametrize(
    "make", [lambda: make_agreement(), lambda: make_group(), lambda: make_organization()]
)
def test_every_screen_has_its_history(editing, make):
    """The page opens for each kind of record and tells of its beginning."""
    record = make()
    assert f"เพิ่ม {record._meta.verbose_name}" in history_of(editing, record)


def test_a_document_tied_by_a_row_is_told(editing):
    """Evidence put beside a project is a change of the project."""
    project = make_project()
    paper = make_document("คำสั่งที่ 5")
    save(editing, project, {"Project_documents": [{"document": paper.pk}]})
    assert "เอกสารหลักฐาน ว่าง คำสั่งที่ 5" in history_of(editing, project)


def test_a_deleted_record_keeps_its_name_in_the_history_of_others(editing):
    """A partner that is no more is named as it was last."""
    old = make_organization(name="เก่าแก่")
    project = make_project(partner=old)
    project.partner = make_organization()
    project.save()
    old.delete()
    assert "อบต.เก่าแก่ (ลบแล้ว)" in history_of(editing, project)


def test_people_are_told_to_those_who_may_see_them(editing):
    """An editor reads the name of a member as it was."""
    member = make_member(person="นางสาวสมหญิง ใจดี", phone="081-234")
    page = history_of(editing, member.group)
    assert "นางสาวสมหญิง ใจดี" in page
    assert "081-234" in page


def test_people_are_hidden_from_all_others(looking):
    """Whoever may not see people reads no name and no phone, neither of members nor of parties nor of contacts."""
    member = make_member(person="นางสาวสมหญิง ใจดี", phone="081-234")
    agreement = make_agreement()
    agreement.parties.update(signatory_name="นายลับ")
    for party in agreement.parties.all():
        party.save()
    body = make_organization()
    body.contacts.create(position="ปลัด", name="นางปิด บัง", phone="089-999")
    pages = history_of(looking, member.group) + history_of(looking, agreement) + history_of(looking, body)
    for secret in ("สมหญิง", "081-234", "นายลับ", "นางปิด", "089-999"):
        assert secret not in pages


def test_a_private_person_is_told_by_the_role_alone(looking, editing):
    """The name stays hidden in the person's own history; an editor reads it."""
    person = make_person("ถวิล ใจดี", "ปราชญ์ชาวบ้าน")
    assert "ถวิล" not in history_of(looking, person)
    assert "ถวิล" in history_of(editing, person)


def test_an_earlier_version_is_shown_before_it_comes_back(editing):
    """The page asks, with what would change; nothing has changed yet."""
    project = make_project(venue="ศาลา")
    version = project.history.first().pk
    save(editing, project, venue="หอประชุม")
    page = words(editing.get(admin_page(project, "restore", version)))
    assert "สถานที่ หอประชุม ศาลา" in page
    project.refresh_from_db()
    assert project.venue == "หอประชุม"


def test_an_earlier_version_comes_back_as_a_new_entry(editing, editor):
    """Its values and documents are those of then; the entry says who brought them back."""
    paper = make_document()
    project = make_project(venue="ศาลา", starts_on=date(2014, 1, 11), ends_on=date(2014, 1, 11))
    project.documents.add(paper)
    version = project.history.first().pk
    project.documents.clear()
    save(editing, project, venue="หอประชุม", when="")
    assert editing.post(admin_page(project, "restore", version)).status_code == 302
    project.refresh_from_db()
    assert (project.venue, project.starts_on, project.documents.get()) == ("ศาลา", date(2014, 1, 11), paper)
    entry = project.history.first()
    assert entry.history_user == editor
    assert "คืนค่าเดิมของวันที่" in entry.history_change_reason


def test_restoring_does_not_confirm(editing):
    """What an editor brings back of a confirmed project makes it a draft, as any other change of his."""
    project = make_project(venue="ศาลา")
    version = project.history.first().pk
    project.venue = "หอประชุม"
    project.save()
    editing.post(admin_page(project, "restore", version))
    project.refresh_from_db()
    assert (project.venue, project.status) == ("ศาลา", Publication.DRAFT)


def test_a_version_that_no_longer_holds_is_refused_in_words(editing):
    """A partner that was deleted meanwhile cannot come back with the project."""
    old = make_organization(name="เก่าแก่")
    project = make_project(partner=old)
    version = project.history.first().pk
    project.partner = make_organization()
    project.save()
    old.delete()
    response = editing.post(admin_page(project, "restore", version))
    assert "คืนค่าเดิมไม่ได้" in response.content.decode()


def test_who_may_only_look_restores_nothing(looking):
    """Neither the button nor the page is there."""
    project = make_project(venue="ศาลา")
    version = project.history.first().pk
    project.venue = "หอประชุม"
    project.save()
    assert "คืนค่าเดิม" not in history_of(looking, project)
    assert looking.post(admin_page(project, "restore", version)).status_code == 403


def test_the_entry_of_another_record_is_no_version(editing):
    """Nothing is brought over from one project to the next."""
    project, other = make_project(), make_project()
    assert editing.get(admin_page(project, "restore", other.history.first().pk)).status_code == 404


def test_a_long_history_is_read_in_as_many_queries_as_a_short_one(editing):
    """Three changes or twenty."""

    def queries(changes):
        project = make_project()
        for number in range(changes):
            make_contribution(project=project, giver=make_organization(), amount=number + 1)
            project.venue = f"หอ {number}"
            project.save()
        return queries_of(editing, admin_page(project, "history"))

    assert queries(3) == queries(20)
