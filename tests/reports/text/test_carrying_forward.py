"""Last year's prose in the new report: copied whole, marked until somebody confirms it."""

import pytest

from reports.models import Standard
from reports.text.carrying_forward import carry_prose
from tests.factories import make_agreement, make_group, make_project
from tests.reports.desk.writing import make_draft, paragraph_url, shown, write, write_url

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def old(db):
    """The draft whose prose is carried."""
    return make_draft()


@pytest.fixture
def new(old):
    """The draft of the year after, by the same standard."""
    return make_draft(fiscal_year=2558, standard=old.standard)


def test_paragraphs_are_copied_in_their_places(old, new):
    """Section, item, level, order, lead; each knows its original and waits to be confirmed."""
    parent, lead = write(old, "แม่", "นำ")
    lead.is_lead = True
    lead.save()
    write(old, "ลูก", parent=parent)
    assert carry_prose(old, new) == []
    copies = {copy.text: copy for copy in new.paragraphs.all()}
    assert copies["ลูก"].parent == copies["แม่"]
    assert copies["แม่"].item == new.items.first()
    assert copies["แม่"].copied_from == parent
    assert copies["นำ"].is_lead
    assert all(copy.is_unconfirmed for copy in copies.values())


def test_what_is_cited_stays_cited(old, new):
    """Kinds, groups and agreements; of a project only its twin of the new year."""
    (paragraph,) = write(old, "อ้าง")
    group, agreement = make_group(), make_agreement()
    lasting, once = make_project(), make_project()
    twin = make_project(fiscal_year=2558, last_year=lasting)
    paragraph.groups.add(group)
    paragraph.group_kinds.add(group.kind)
    paragraph.agreements.add(agreement)
    paragraph.projects.add(lasting, once)
    carry_prose(old, new)
    copy = new.paragraphs.get()
    assert (list(copy.groups.all()), list(copy.group_kinds.all())) == ([group], [group.kind])
    assert list(copy.agreements.all()) == [agreement]
    assert list(copy.projects.all()) == [twin]


def test_a_new_standard_keeps_what_it_has_a_point_for(old):
    """Points of the same number take the prose over; what has none is given back, to be told."""
    write(old, "ประเด็นสาม")
    (left,) = write(old, "ประเด็นสี่", item=old.items.last())
    standard = Standard.objects.create(name="มาตรฐานใหม่", version="2558")
    new = make_draft(fiscal_year=2558, standard=standard)
    new.items.last().delete()
    assert carry_prose(old, new) == [left]
    assert new.paragraphs.get().text == "ประเด็นสาม"


def test_the_original_stays_as_it_is(old, new):
    """Nothing of the old report changes."""
    (paragraph,) = write(old, "ข้อ")
    carry_prose(old, new)
    assert old.paragraphs.get() == paragraph
    assert not old.paragraphs.get().is_unconfirmed


def test_the_screen_marks_copied_paragraphs_and_their_years(staff_client, old, new):
    """Until it is confirmed each says so, with the years that are not this one; the preview marks it too."""
    write(old, "ผลของปี 2557 และ ๒๕๕๗ ต่อปี 2558")
    carry_prose(old, new)
    page = staff_client.get(write_url(new)).content.decode()
    assert "ยังไม่ยืนยัน 1 ย่อหน้า" in page
    assert "<mark>2557</mark>" in page
    assert "<mark>๒๕๕๗</mark>" in page
    assert "<mark>2558</mark>" not in page
    preview = staff_client.get(f"{write_url(new)}preview/").content.decode()
    assert "unconfirmed" in preview
    assert "<mark>๒๕๕๗</mark>" in preview


def test_a_pressed_button_confirms_and_editing_alone_does_not(staff_client, old, new):
    """What is typed with the button is stored with it."""
    write(old, "ปี 2557")
    carry_prose(old, new)
    copy = new.paragraphs.get()
    staff_client.post(paragraph_url(copy), shown(copy, text="ปี 2558"))
    copy.refresh_from_db()
    assert (copy.text, copy.is_unconfirmed) == ("ปี 2558", True)
    staff_client.post(paragraph_url(copy), shown(copy, text="ปีงบประมาณ 2558", do="confirm"))
    copy.refresh_from_db()
    assert (copy.text, copy.is_unconfirmed) == ("ปีงบประมาณ 2558", False)
    assert "รอยืนยัน" not in staff_client.get(write_url(new)).content.decode()
