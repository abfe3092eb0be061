"""Files of documents: how they are entered, who may read them, in what form, and what stays on the disk."""

from pathlib import Path
from urllib.parse import unquote

import pytest
from django.conf import settings as portal_settings
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.urls import reverse

from partners.models import Document, DocumentKind
from portal.roles import ADMINISTRATOR, APPROVER, DIRECTOR, EDITOR
from tests import files
from tests.files import upload

pytestmark = pytest.mark.django_db

FIELDS = ["file", "picture"]


@pytest.fixture(autouse=True)
def media(own_media, tmp_path):
    """An empty folder of files."""
    return tmp_path


@pytest.fixture
def make():
    """A document with a file."""

    def make_document(content=None, name="สัญญาจ้างครู.pdf", **fields):
        paper = {"kind": DocumentKind.CONTRACT, "title": "สัญญา"} | fields
        return Document.objects.create(file=upload(name, content or files.pdf()), **paper)

    return make_document


def url_of(document, field="file"):
    return reverse(f"document-{field}", args=[document.code])


def whole(response):
    """The answer with its file read to the end, if it is one, as a browser does."""
    response.body = b"".join(response.streaming_content) if response.streaming else response.content
    return response


def on_disk(media):
    return sorted(path for path in media.rglob("*") if path.is_file())


def test_a_file_is_stored_under_a_name_of_ours(make, media):
    """The disk knows only our name with the suffix of the real type; the record keeps the name as typed."""
    document = make(files.picture(), name="ภาพ\u202egpj.exe")
    assert document.file_name == "ภาพgpj.exe"
    assert {path.suffix for path in on_disk(media)} == {".jpg"}
    assert all(path.stem.isascii() and len(path.stem) == 32 for path in on_disk(media))


def test_no_way_into_the_records_is_open_to_a_hostile_file(make):
    """What a form refuses is refused from a program too."""
    with pytest.raises(ValidationError, match="ไม่ใช่ชนิดไฟล์"):
        make(b"MZ program")
    assert not Document.objects.exists()


def test_the_screen_of_a_document_leads_to_its_file(staff_client):
    """An uploaded file is linked with its small picture, by the guarded way and no other."""
    form = {"kind": "contract", "title": "สัญญา", "code": "", "file": upload("สัญญา.pdf", files.pdf())}
    assert staff_client.post(reverse("admin:partners_document_add"), form).status_code == 302
    document = Document.objects.get()
    page = staff_client.get(reverse("admin:partners_document_change", args=[document.pk])).text
    assert f'href="{url_of(document)}"' in page
    assert f'src="{url_of(document, "picture")}"' in page
    assert "สัญญา.pdf" in page
    assert document.file.name not in page


def test_the_screen_of_a_document_refuses_a_hostile_file(staff_client):
    """The sentence stands beside the box, and what was typed stays."""
    form = {"kind": "order", "title": "คำสั่งที่พิมพ์ไว้", "code": "", "file": upload("คำสั่ง.pdf", b"<html>")}
    response = staff_client.post(reverse("admin:partners_document_add"), form)
    assert response.context["adminform"].form.errors["file"][0].startswith("“คำสั่ง.pdf” ไม่ใช่ชนิดไฟล์")
    assert 'value="คำสั่งที่พิมพ์ไว้"' in response.text
    assert not Document.objects.exists()


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(
    ("role", "status"), [(None, 403), (DIRECTOR, 403), (EDITOR, 200), (APPROVER, 200), (ADMINISTRATOR, 200)]
)
def test_who_reads_a_private_file(somebody, client_of, make, field, role, status):
    """Of the signed in, only staff who may view documents."""
    response = client_of(somebody(role)).get(url_of(make(), field))
    assert whole(response).status_code == status


@pytest.mark.parametrize("field", FIELDS)
def test_an_outsider_is_led_to_the_login(client, make, field):
    """Who has not signed in gets no private file, and does not learn which documents there are."""
    document = make()
    for address in (url_of(document, field), url_of(document, field).replace(document.code, "D-999")):
        response = client.get(address)
        assert response.status_code == 302
        assert response.url.startswith(reverse("login"))


@pytest.mark.parametrize("field", FIELDS)
def test_a_public_file_is_read_by_everybody(client, make, field):
    """A document that may be published needs no signing in."""
    assert whole(client.get(url_of(make(is_public=True), field))).status_code == 200


def test_the_right_alone_makes_no_staff(client, django_user_model, make):
    """An account outside the staff reads no private file, whatever it may."""
    user = django_user_model.objects.create_user("ผู้ใช้")
    user.user_permissions.set(Permission.objects.filter(codename="view_document"))
    client.force_login(user)
    assert client.get(url_of(make())).status_code == 403


@pytest.mark.parametrize(
    ("content", "shown", "kind"),
    [
        (files.pdf(), "attachment", "application/pdf"),
        (files.pdf_with_script(), "attachment", "application/pdf"),
        (
            files.docx(),
            "attachment",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (files.picture(), "inline", "image/jpeg"),
        (files.picture("PNG"), "inline", "image/png"),
    ],
)
def test_a_file_comes_harmlessly(client, make, content, shown, kind):
    """Its real type, a photo to look at and anything else to save; nothing in it runs."""
    response = whole(client.get(url_of(make(content, is_public=True, name="สัญญาจ้าง"))))
    assert response["Content-Type"] == kind
    assert response["Content-Disposition"].startswith(
        f"{shown}; filename*=utf-8''%E0%B8%AA%E0%B8%B1%E0%B8%8D"
    )
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert "no-store" in response["Cache-Control"]


def test_a_file_of_no_known_type_is_only_saved(client, make, media):
    """A file from before these rules comes as bytes to save."""
    document = make(is_public=True)
    (media / "documents" / "old.html").write_text("<script>")
    Document.objects.update(file="documents/old.html", file_name="old.html")
    response = whole(client.get(url_of(document)))
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")


def test_the_file_comes_as_it_was_given(client, make):
    """A document's bytes are those of the upload, under its Thai name."""
    content = files.pdf()
    response = whole(client.get(url_of(make(content, is_public=True))))
    assert response.body == content
    assert "%E0%B8%84%E0%B8%A3%E0%B8%B9.pdf" in response["Content-Disposition"]


def test_the_head_alone_can_be_asked_for(client, make):
    """HEAD tells size and type without the file."""
    response = whole(client.head(url_of(make(is_public=True))))
    assert int(response["Content-Length"]) == len(files.pdf())
    assert response.body == b""


def test_what_is_not_there_is_said_in_thai(client_of, editor, make):
    """A lost file, a paper without a file and an unknown code answer alike."""
    client, document = client_of(editor), make()
    address = url_of(document)
    document.file.storage.delete(document.file.name)
    answers = [client.get(address)]
    Document.objects.update(file="")
    answers += [client.get(address), client.get(address.replace(document.code, "D-999"))]
    assert {answer.status_code for answer in answers} == {404}
    assert all("ไม่พบหน้านี้" in answer.text for answer in answers)


def test_no_address_leads_into_the_folder(client, make):
    """The folder of files lies under no address, neither media nor static."""
    document = make(is_public=True)
    media = Path(portal_settings.BASE_DIR / "var" / "media")
    folders = [entry[1] if isinstance(entry, tuple) else entry for entry in portal_settings.STATICFILES_DIRS]
    static = [portal_settings.STATIC_ROOT, *folders]
    assert not any(media.is_relative_to(folder) or folder.is_relative_to(media) for folder in static)
    for beginning in ("/", "/media/", "/static/", "/var/media/"):
        assert client.get(beginning + document.file.name, follow=True).status_code == 404


def replace(document, content):
    document.file = ContentFile(content, name="ใหม่.pdf")
    document.save()


@pytest.mark.django_db(transaction=True)
def test_a_replaced_file_stays_with_its_picture(make, media):
    """The document leads to the new one; the old one waits to be brought back."""
    document = make()
    before = on_disk(media)
    replace(document, files.pdf())
    after = on_disk(media)
    assert len(after) == 4
    assert set(before) < set(after)
    assert media / document.file.name not in before
    assert document.file_name == "ใหม่.pdf"


def test_an_earlier_version_brings_its_file_back(staff_client, make):
    """With its name and its small picture; and then the later one again."""
    document = make(files.picture(), name="เปิดงาน.jpg")
    first = Document.objects.get()
    content = whole(staff_client.get(url_of(document))).body
    replace(document, files.docx())
    assert whole(staff_client.get(url_of(document, "picture"))).status_code == 404
    entries = document.history.order_by("history_id")
    for entry, name in zip([entries[0], entries[1]], ["เปิดงาน.jpg", "ใหม่.pdf.docx"], strict=True):
        page = reverse("admin:partners_document_restore", args=[document.pk, entry.pk])
        assert staff_client.post(page).status_code == 302
        answer = whole(staff_client.get(url_of(document)))
        assert name in unquote(answer["Content-Disposition"])
        is_first = entry == entries[0]
        assert (answer.body == content) is is_first
        assert whole(staff_client.get(url_of(document, "picture"))).status_code == (200 if is_first else 404)
    assert Document.objects.get().file != first.file


@pytest.mark.django_db(transaction=True)
def test_a_record_saved_again_keeps_its_file(make, media):
    """A change of the title touches no file."""
    document = make()
    before = on_disk(media)
    Document.objects.get().save()
    document.save(update_fields=["title"])
    assert on_disk(media) == before


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "delete", [lambda document: document.delete(), lambda _: Document.objects.all().delete()]
)
def test_a_deleted_document_takes_its_files_along(make, media, delete):
    """Those that it replaced too, one by one and many at once; another document keeps its own."""
    document = make()
    replace(document, files.pdf())
    delete(document)
    assert on_disk(media) == []


@pytest.mark.django_db(transaction=True)
def test_a_deletion_leaves_the_files_of_others(make, media):
    """What another document replaced stays."""
    other = make()
    replace(other, files.pdf())
    before = on_disk(media)
    make().delete()
    assert on_disk(media) == before


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "change",
    [
        lambda document: replace(document, files.pdf()),
        lambda document: document.delete(),
        lambda _: Document.objects.all().delete(),
    ],
)
def test_what_is_taken_back_loses_no_file(make, media, change):
    """A change that fails half-way leaves the old file where it was."""
    document = make()
    before = on_disk(media)

    def change_and_fail():
        with transaction.atomic():
            change(document)
            assert set(before) <= set(on_disk(media))
            raise OSError("the power fails")

    with pytest.raises(OSError, match="the power fails"):
        change_and_fail()
    assert set(before) <= set(on_disk(media))
    assert Document.objects.get().file.storage.exists(before[0])
