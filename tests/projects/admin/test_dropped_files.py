"""Files dropped on a project's screen, and the rows of its documents and photos."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from partners.models import Document, DocumentKind
from projects.models import Project
from tests import files
from tests.admin_forms import admin_page, as_shown
from tests.browsing import browser_of
from tests.files import upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(project):
    return admin_page(project)


@pytest.fixture
def drop(staff_client, url):
    """Send the form of a project as it stands, with files dropped on it and what was typed."""

    def send_form(*dropped, rows=None, **typed):
        return staff_client.post(
            url, as_shown(staff_client.get(url), rows, new_files=dropped, **typed), follow=True
        )

    return send_form


def test_several_files_become_documents_of_the_project(drop, project):
    """A photo and a paper at once: each of its kind, under the name of its file, private at first."""
    drop(upload("เปิดงาน.jpg", files.picture()), upload("โครงการค่าย.docx", files.docx()))
    stored = {(document.title, document.kind, document.is_public) for document in project.documents.all()}
    assert stored == {
        ("เปิดงาน", DocumentKind.PHOTO, False),
        ("โครงการค่าย", DocumentKind.PROJECT, False),
    }


def test_a_refused_file_is_named_and_nothing_else_is_lost(drop, project):
    """The other files and what was typed are kept; the sentence names the one that was not."""
    response = drop(
        upload("ดี.pdf", files.pdf()), upload("ร้าย.pdf", b"MZ"), upload("ว่าง.jpg", b""), venue="ศาลาประชาคม"
    )
    said = [str(message) for message in response.context["messages"]]
    assert [document.title for document in project.documents.all()] == ["ดี"]
    assert Project.objects.get().venue == "ศาลาประชาคม"
    assert any(sentence.startswith("ไม่ได้เก็บไฟล์ “ร้าย.pdf” ไม่ใช่ชนิดไฟล์") for sentence in said)
    assert any(sentence.startswith("ไม่ได้เก็บไฟล์ “ว่าง.jpg” เป็นไฟล์ว่าง") for sentence in said)


def test_a_new_project_takes_files_too(staff_client, project):
    """Files can be dropped before the project is first saved."""
    add = reverse("admin:projects_project_add")
    typed = {"title": "โครงการใหม่", "fiscal_year": 2557, "partner": project.partner_id}
    staff_client.post(add, as_shown(staff_client.get(add), new_files=[upload("ก.pdf", files.pdf())], **typed))
    assert Project.objects.get(title="โครงการใหม่").documents.get().title == "ก"


def test_a_form_that_comes_back_names_the_files_to_choose_again(drop):
    """No browser keeps chosen files when a form comes back; the page says which they were, and stores none."""
    page = drop(upload("เปิดงาน.jpg", files.picture()), when="31/2/2557").text
    assert "เลือกไฟล์เหล่านี้อีกครั้ง: เปิดงาน.jpg" in page
    assert not Document.objects.exists()


def test_a_form_without_files_asks_for_none(drop, staff_client, url):
    """A screen just opened, and a refused form without files, name no file."""
    assert "เลือกไฟล์เหล่านี้อีกครั้ง" not in staff_client.get(url).text
    assert "เลือกไฟล์เหล่านี้อีกครั้ง" not in drop(when="31/2/2557").text


def test_files_are_a_change_and_no_files_are_none(drop, project, editor, staff_client):
    """A confirmed project that somebody gives files becomes a draft again; one merely saved does not."""
    staff_client.force_login(editor)
    drop()
    project.refresh_from_db()
    assert project.status == "confirmed"
    drop(upload("ก.pdf", files.pdf()))
    project.refresh_from_db()
    assert project.status == "draft"


def test_every_row_shows_the_small_picture_of_its_file(drop, staff_client, url):
    """Beside a photo and a paper stand their pictures; beside a Word file its name alone."""
    drop(
        *(
            upload(*file)
            for file in [("ก.jpg", files.picture()), ("ข.pdf", files.pdf()), ("ค.docx", files.docx())]
        )
    )
    page = staff_client.get(url).text
    for document in Document.objects.all():
        picture = f'src="{reverse("document-picture", args=[document.code])}"'
        assert (picture in page) == (document.file_name != "ค.docx")
        assert f'href="{reverse("document-file", args=[document.code])}"' in page


def test_who_may_only_look_sees_no_zone(staff_client, client_of, administrator, url):
    """The files are there to read, and none can be added."""
    assert "drop-zone" in staff_client.get(url).text
    assert 'name="new_files"' not in client_of(administrator).get(url).text


def test_the_caption_and_file_of_a_photo_are_changed_in_its_row(drop, project):
    """A photo gets another caption; its picture can be replaced by another photo."""
    drop(upload("ก.jpg", files.picture()))
    row = "Project_documents-2-0"
    drop(**{f"{row}-title": "พิธีเปิด", f"{row}-file": upload("ข.png", files.picture("PNG"))})
    photo = project.documents.get()
    assert (photo.title, photo.file_name) == ("พิธีเปิด", "ข.png")


@pytest.mark.parametrize("content", [files.pdf(), b"MZ"])
def test_a_row_of_photos_takes_photos_alone(drop, project, content):
    """A paper or a program in a photo's row is refused beside its box."""
    rows = {"Project_documents-2": [{"title": "ภาพ", "file": upload("ก.jpg", content)}]}
    page = drop(rows=rows).text
    assert "“ก.jpg” ไม่ใช่" in page
    assert not project.documents.exists()


@pytest.fixture
def project_screen(live_server, staff_client, url):
    """The project's screen in a browser."""
    with browser_of(staff_client, live_server) as page:
        page.goto(url)
        yield page


def browsed(name, content):
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_files_gather_and_can_be_taken_back(project_screen, project):
    """Files chosen in two goes and one that was dropped are listed; one taken back is not sent."""
    box = project_screen.get_by_label("ลากรูปหรือเอกสารมาวางที่นี่")
    box.set_input_files([browsed("หนึ่ง.jpg", files.picture()), browsed("สอง.pdf", files.pdf())])
    box.set_input_files([browsed("สาม.docx", files.docx())])
    project_screen.evaluate(
        """() => {
            const dropped = new DataTransfer();
            dropped.items.add(new File(["%PDF-"], "ลาก.pdf"));
            const zone = document.querySelector(".drop-zone");
            zone.dispatchEvent(new DragEvent("drop", {dataTransfer: dropped, bubbles: true, cancelable: true}));
        }"""
    )
    expect(project_screen.locator(".chosen-files li")).to_have_count(4)
    project_screen.get_by_role("button", name="นำ สอง.pdf ออก").press("Enter")
    expect(project_screen.locator(".chosen-files li")).to_have_count(3)
    project_screen.get_by_role("button", name="บันทึก", exact=True).click()
    expect(project_screen.get_by_text("ไม่ได้เก็บไฟล์ “ลาก.pdf”")).to_be_visible()
    assert {document.title for document in project.documents.all()} == {"หนึ่ง", "สาม"}


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_zone_is_worked_by_keys(project_screen):
    """The box in the zone takes the focus, and Enter opens the choice of files.

    The browser is told to hand over its choice of files long before Enter: the two travel on ways of their own.
    """
    project_screen.on("filechooser", lambda chooser: None)
    box = project_screen.get_by_label("ลากรูปหรือเอกสารมาวางที่นี่")
    box.focus()
    expect(box).to_be_focused()
    with project_screen.expect_file_chooser() as chooser:
        box.press("Enter")
    assert chooser.value.is_multiple()
