"""A walk through every page of the admin, on which no word but those of a short list is English."""

import json
import re
from urllib.parse import urljoin, urlsplit

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from portal.accounts.feedback import Feedback
from projects.models import Project
from tests.factories import make_import
from tests.reading import Page

PASSWORD = "รหัสผ่านยาวพอ-๒๕๕๗"
ALLOWED = {
    "MOU": "what the office itself calls the paper",
    "O-NET": "a national test",
    "NT": "a national test",
    "Culture Show": "an event of the sample year",
    "Culture Chow": "its other spelling",
    "Website": "a word of the sample year",
    "Internet": "a word of the sample year",
    "Ctrl": "a key",
    "Command": "a key",
    "QR": "what everybody calls the picture",
    r"https?://\S*": "an address",
    "HEIC": "a kind of photo",
    "doc": "a kind of file",
    "CSV": "a kind of file",
    "JSON": "a kind of file",
    "ZIP": "a kind of file",
    r"somsri\.r": "the example of an account name",
    "XLSX": "a kind of file",
    "PDF": "a kind of file",
    "JPEG": "a kind of file",
    "PNG": "a kind of file",
    "WebP": "a kind of file",
    "csv": "a kind of file",
    "docx": "a kind of file",
    "xlsx": "a kind of file",
    "Word": "a program",
    "Excel": "a program",
}
NAMES = re.compile(r"\S+@\S+\.\S+|\b[A-Z]{1,3}\d*-\d+\b|" + "|".join(rf"\b{words}\b" for words in ALLOWED))
ENGLISH = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture
def walker(year_2557, staff_client, colleague):
    """A superuser in the sample year, with a correction told by a reader and a file sent in."""
    Feedback.objects.create(matter="wrong", wrong="ชื่อผิด", right="ชื่อถูก", page="/")
    make_import()
    return staff_client


@pytest.fixture
def colleague(django_user_model):
    """Another account."""
    account = django_user_model.objects.create_user("เพื่อนร่วมงาน", password=PASSWORD, is_staff=True)
    account.groups.add(Group.objects.create(name="กลุ่มตัวอย่าง"))
    return account


@pytest.fixture
def colleague_client(colleague):
    """The browser of that account."""
    client = Client()
    client.force_login(colleague, "portal.accounts.sign_in.AccountBackend")
    return client


def english(texts):
    """The English words of these texts, without codes, e-mail addresses and what is allowed."""
    suspect = "\n".join(text for text in texts if ENGLISH.search(text))
    return sorted(set(ENGLISH.findall(NAMES.sub(" ", suspect))))


def read_aloud(response, page):
    """The page, read aloud (what is not a page but a file is not read)."""
    if not response.headers.get("Content-Type", "").startswith("text/html"):
        b"".join(response)  # a file is closed once it is sent
        return Page("")
    shown = Page(response.content.decode())
    if found := english(shown.texts):
        pytest.fail(f"{page} says in English: {', '.join(found)}", pytrace=False)
    return shown


def visit(client, url):
    return read_aloud(client.get(url, follow=True), url)


def send(client, url, data, doing):
    return read_aloud(client.post(url, data, follow=True), f"{url}, {doing},")


def url_of(model, page, *arguments):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=arguments)


def some_record(model):
    record = model._default_manager.first()
    assert record, f"the walk needs a record of {model.__name__}"
    return record


def pages_of(screen, record):
    """Every page of a screen that stands for all records or for one."""
    known = {"object_id": record.pk, "id": record.pk, "code": getattr(record, "code", "")}
    for pattern in screen.get_urls():
        needed = set(pattern.pattern.regex.groupindex)
        if pattern.name and needed <= set(known):
            yield reverse(f"admin:{pattern.name}", kwargs={name: known[name] for name in needed})


def kind_of(url):
    """What page this is of the portal, if it is one."""
    try:
        return resolve(urlsplit(url).path).view_name
    except Resolver404:
        return ""


every_model = pytest.mark.parametrize(
    "model", list(admin.site._registry), ids=lambda model: model._meta.label
)


@every_model
def test_every_page_of_every_screen(walker, model):
    """Those of its addresses, and one of each further kind that they lead to."""
    urls = list(pages_of(admin.site.get_model_admin(model), some_record(model)))
    seen = {kind_of(url) for url in urls}
    for url in urls:
        for link in visit(walker, url).links:
            target = urljoin(url, link)
            kind = kind_of(target)
            if kind not in seen and kind.startswith(
                f"admin:{model._meta.app_label}_{model._meta.model_name}_"
            ):
                seen.add(kind)
                visit(walker, target)


@every_model
def test_every_screen_as_a_popup(walker, model):
    """As it opens beside a box of choices."""
    for url in (
        url_of(model, "changelist"),
        url_of(model, "add"),
        url_of(model, "change", some_record(model).pk),
    ):
        visit(walker, f"{url}?_popup=1")


@every_model
def test_every_list_filtered_sorted_and_searched(walker, model):
    """Every filter, one order, a search without result, a page and a filter that are not there."""
    url = url_of(model, "changelist")
    filters = {link for link in visit(walker, url).links if link.startswith("?") and "o=" not in link}
    for query in sorted(filters | {"?o=1", "?q=ไม่มีชื่อนี้", "?p=99", "?no=1", "?_facets=True"}):
        visit(walker, url + query)


@every_model
def test_every_command_of_every_list(walker, model):
    """Each for no record and for all of them; and no command at all."""
    url = url_of(model, "changelist")
    commands = admin.site.get_model_admin(model).get_actions(walker.get(url).wsgi_request)
    everything = [record.pk for record in model._default_manager.all()[:10]]
    for command in ["", *commands]:
        for chosen in ([], everything):
            data = {"action": command, "index": 0, "_selected_action": chosen}
            send(walker, url, data, f"{command or 'no command'} for {len(chosen)}")


@every_model
def test_every_form_left_empty_filled_wrongly_and_saved(walker, model):
    """The errors of every field and row; what is said of a saved record, here and in its history."""
    record = some_record(model)
    for url in (url_of(model, "add"), url_of(model, "change", record.pk)):
        form = visit(walker, url)
        send(walker, url, form.answered("", []), "left empty")
        send(walker, url, form.answered("!!", "0"), "filled wrongly")
    send(walker, url, form.answered("9" * 400, []), "filled with too much")
    for button in ("_save", "_continue", "_addanother"):
        send(walker, url, form.as_it_stands() | {button: "1"}, f"saved by {button}")
    visit(walker, url_of(model, "history", record.pk))


def test_the_walk_comes_where_it_says(walker):
    """An empty form is sent back with its errors, one left as it stands is saved."""
    url = url_of(Project, "change", some_record(Project).pk)
    form = visit(walker, url)
    assert "โปรดกรอกช่องนี้" in send(walker, url, form.answered("", []), "left empty").texts
    said = "".join(send(walker, url, form.as_it_stands(), "saved").texts)
    assert re.search("บันทึกโครงการ/กิจกรรม “.+” แล้ว", said)


@every_model
def test_every_deletion(walker, model):
    """Of records that can go and of such as others hold; a record that is no more."""
    records = model._default_manager
    for record in {records.first(), records.last()}:
        url = url_of(model, "delete", record.pk)
        visit(walker, url)
        send(walker, url, {"post": "yes"}, "confirmed")
    visit(walker, url_of(model, "change", "0"))


def test_the_front_page_names_what_was_done(walker):
    """A project saved and the word of a reader deleted, among the last acts."""
    url = url_of(Project, "change", some_record(Project).pk)
    send(walker, url, visit(walker, url).as_it_stands(), "saved")
    send(walker, url_of(Feedback, "delete", some_record(Feedback).pk), {"post": "yes"}, "confirmed")
    assert LogEntry.objects.count() == 2
    visit(walker, reverse("admin:index"))


@every_model
def test_every_screen_for_one_who_may_only_look(walker, colleague, colleague_client, model):
    """Values in place of fields, and no deletion."""
    colleague.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    for page in ("change", "delete"):
        visit(colleague_client, url_of(model, page, some_record(model).pk))


def test_every_page_of_the_site(walker):
    """The first page, the apps, the password, whatever else the site adds, and its end."""
    for pattern in admin.site.get_urls():
        if getattr(pattern, "name", "") and not pattern.pattern.regex.groups and pattern.name != "logout":
            visit(walker, reverse(f"admin:{pattern.name}"))
    for app in {model._meta.app_label for model in admin.site._registry}:
        visit(walker, reverse("admin:app_list", args=[app]))
    visit(walker, reverse("admin:index") + "no/such/page/")
    send(walker, reverse("admin:logout"), {}, "signed out")


def test_one_who_may_nothing(colleague_client):
    """Signed in, but without a permission."""
    visit(colleague_client, reverse("admin:index"))
    visit(colleague_client, reverse("admin:partners_organization_changelist"))


def test_every_way_not_to_sign_in(client, colleague):
    """Nothing filled in, a wrong password again and again, an account that may not, one that is closed."""
    url = reverse("admin:login")
    visit(client, url)
    send(client, url, {}, "left empty")
    colleague.is_staff = False
    colleague.save()
    send(client, url, {"username": colleague.username, "password": PASSWORD}, "not of the staff")
    for _ in range(6):
        send(client, url, {"username": colleague.username, "password": "x"}, "wrong password")


@pytest.mark.parametrize(
    ("doing", "old", "new", "again"),
    [
        ("left empty", "", "", ""),
        ("the wrong old one", "x", PASSWORD, PASSWORD),
        ("two that differ", PASSWORD, PASSWORD, "x"),
        ("a number everybody uses", PASSWORD, "12345678", "12345678"),
        ("a weak one", PASSWORD, "1234", "1234"),
        ("like the name", PASSWORD, "เพื่อนร่วมงาน", "เพื่อนร่วมงาน"),
        ("changed", PASSWORD, "รหัสผ่านใหม่-๒๕๕๘-ก", "รหัสผ่านใหม่-๒๕๕๘-ก"),
    ],
)
def test_every_change_of_a_password(colleague_client, doing, old, new, again):
    """One's own, refused for every reason and taken."""
    data = {"old_password": old, "new_password1": new, "new_password2": again}
    send(colleague_client, reverse("admin:password_change"), data, doing)


def test_a_form_from_elsewhere(db):
    """Refused, since it bears no mark of the portal."""
    url = reverse("admin:login")
    response = Client(enforce_csrf_checks=True).post(url)
    assert response.status_code == 403
    read_aloud(response, url)


@pytest.mark.parametrize("template", ["400.html", "403.html", "404.html", "500.html"])
def test_every_page_of_what_went_wrong(template):
    """As it stands, without anything around it."""
    read_aloud(HttpResponse(render_to_string(template)), template)


def test_the_words_of_the_scripts(staff_client):
    """The catalogue that the admin's JavaScript reads (Thai stands in it as \\uXXXX)."""
    script = staff_client.get(reverse("admin:jsi18n")).content.decode("ascii")
    catalogue = json.loads(re.search(r"const newcatalog = (\{.*?\});", script, re.DOTALL)[1])
    assert catalogue["Choose a Date"] == "เลือกวันที่"
    assert catalogue["abbrev. month January\x04Jan"] == "ม.ค."
    assert catalogue["Remove all %s"] == "นำออกทั้งหมดจาก “%s”"
