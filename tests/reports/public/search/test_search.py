"""The one search box: what it finds, in which order, what it shows of it, and for whom."""

import re
from datetime import date

import pytest

from partners.models import Document, FormerName
from portal.records import Publication
from projects.models import Category
from tests.counting import queries_of
from tests.factories import (
    make_agreement,
    make_contribution,
    make_group,
    make_kind,
    make_organization,
    make_person,
    make_project,
    make_school,
)
from tests.reading import without_tags

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def titles_found(client):
    """The titles that a query finds, kind by kind, for an outsider or for who is given."""

    def ask(query, who=client):
        groups = who.get("/search/", {"q": query}).context["found"]
        return {group.kind: [without_tags(hit.title) for hit in group.hits] for group in groups}

    return ask


@pytest.fixture
def only_hit(client):
    """The only result of a query."""

    def ask(query, who=client):
        (group,) = who.get("/search/", {"q": query}).context["found"]
        (only,) = group.hits
        return only

    return ask


def make_document(**fields):
    return Document.objects.create(**{"kind": "order", "title": "คำสั่ง", "is_public": True} | fields)


@pytest.mark.parametrize(
    "query", ["หนองธง", "อบต.หนองธง", "องค์การบริหารส่วนตำบลหนองธง", "อบต. หนองธง", "หนองทง", "เก่าแก่"]
)
def test_an_organization_by_any_of_its_names(titles_found, query):
    """The short and the full name, another spelling, a former name."""
    organization = make_organization(name="หนองธง", spellings="หนองทง")
    FormerName.objects.create(organization=organization, kind="sao", name="เก่าแก่", until=date(2010, 1, 1))
    make_organization(name="อื่น")
    assert titles_found(query) == {"หน่วยงาน": ["องค์การบริหารส่วนตำบลหนองธง"]}


@pytest.mark.parametrize("query", ["93020001", "๙๓๐๒๐๐๐๑", "1093000001", "ร.ร.วัดป่า", "โรงเรียน วัดป่า", "ปา"])
def test_a_school_by_name_or_code(titles_found, query):
    """Whatever the digits, the tones and the words before the name."""
    make_school(name="วัดป่า", smis_code="93020001", moe_code="1093000001")
    make_school(name="บ้านนา", smis_code="93020002")
    assert titles_found(query) == {"โรงเรียน": ["โรงเรียนวัดป่า"]}


@pytest.mark.parametrize("query", ["23/2557", "๒๓/๒๕๕๗", "คำสั่ง 23/2557"])
def test_an_order_by_its_number(only_hit, query):
    """The number as it stands on the paper, in Arabic or Thai digits, and it is told where it matched."""
    make_document(number="23/2557")
    make_document(number="24/2557")
    assert "<mark>23/2557</mark>" in only_hit(query).reason


def test_a_group_and_an_agreement(titles_found):
    """Networks by name and spelling; agreements by title, number and party."""
    make_group(name="เครือข่ายหานโพธิ์", spellings="หาญโพธิ์")
    make_agreement(make_organization(name="ทะเลน้อย"), make_school(), title="ห้องเรียนเด็กดี", number="7/2557")
    assert titles_found("หาญโพธิ์") == {"เครือข่าย": ["เครือข่ายหานโพธิ์"]}
    assert titles_found("เด็กดี") == {"ข้อตกลง": ["ห้องเรียนเด็กดี"]}
    assert titles_found("7/2557") == {"ข้อตกลง": ["ห้องเรียนเด็กดี"]}
    assert titles_found("เด็กดี ทะเลน้อย") == {"ข้อตกลง": ["ห้องเรียนเด็กดี"]}


def test_every_word_stands_somewhere_in_the_project_or_beside_it(titles_found):
    """A word in the title, another in the partner, the giver or the category; a word that stands nowhere finds nothing."""
    partner = make_organization(name="ควนขนุน")
    health = Category.objects.create(name="อนามัย")
    project = make_project(title="มหกรรมสุขภาพ", partner=partner, category=health)
    make_contribution(project=project, giver=make_organization(name="ทัพเรือ"))
    make_project(title="กีฬา", partner=partner)
    make_project(title="สุขภาพ")
    for query in ("ควนขนุน สุขภาพ", "สุขภาพ ควนขนุน", "อนามัย มหกรรม", "ทัพเรือ สุขภาพ"):
        assert titles_found(query) == {"โครงการ": ["มหกรรมสุขภาพ"]}
    assert titles_found("ควนขนุน สุขภาพ ดาวเทียม") == {}


def test_exact_names_come_first(titles_found):
    """The whole name, then what holds it, whatever the alphabet says."""
    for name in ("กลางควน", "ควน", "ควนกลาง"):
        make_organization(name=name, kind="temple")
    assert titles_found("ควน")["หน่วยงาน"][0] == "วัดควน"


def test_a_code_finds_its_record(only_hit):
    """The public code of a record, in any case."""
    project = make_project(title="ค่าย")
    make_project()
    assert without_tags(only_hit(project.code.lower()).title) == "ค่าย"


def test_what_matched_is_marked_in_the_title(only_hit):
    """Each word where it stands; no sentence is needed then."""
    make_project(title="มหกรรมสุขภาพตำบลควน")
    shown = only_hit("สุขภาพ ควน")
    assert shown.title == "มหกรรม<mark>สุขภาพ</mark>ตำบล<mark>ควน</mark>"
    assert shown.reason == ""


def test_a_former_name_that_matched_is_told(only_hit):
    """The title is the name of today, the sentence says why it was found."""
    organization = make_organization(name="ใหม่", kind="subdistrict_municipality")
    FormerName.objects.create(organization=organization, kind="sao", name="เก่า", until=date(2010, 1, 1))
    shown = only_hit("เก่า")
    assert shown.title == "เทศบาลตำบลใหม่"
    assert shown.reason == "ตรงกับชื่อเดิม องค์การบริหารส่วนตำบล<mark>เก่า</mark>"


def test_what_people_typed_is_escaped(client):
    """A name or a query with markup in it is shown as text."""
    make_project(title="<b>ค่าย</b> กลาง")
    page = client.get("/search/", {"q": "<b>ค่าย"}).content.decode()
    assert "&lt;<mark>b&gt;ค่าย</mark>&lt;/b&gt;" in page
    assert "<b>ค่าย" not in page


@pytest.mark.parametrize("query", ["สมชาย", "สมชาย ใจดี", "ใจดี", "สมชัย"])
def test_an_outsider_finds_no_private_person(titles_found, query):
    """Neither the person, nor what the person tells, gave, signed or issued, nor how many there are."""
    person = make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา", spellings="สมชัย")
    make_project(partner=person)
    make_contribution(giver=person)
    make_agreement(person, make_school())
    make_document(issuer=person)
    once = make_organization(name="ร้านค้า", kind="company")
    FormerName.objects.create(organization=once, kind="person", name="สมชาย ใจดี", until=date(2010, 1, 1))
    assert titles_found(query) == {}


def test_an_outsider_finds_a_person_by_the_role(client, only_hit):
    """Under the role alone: neither the name nor a spelling of it stands on the page."""
    make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา", spellings="สมชัย")
    assert without_tags(only_hit("จิตศรัทธา").title) == "ผู้มีจิตศรัทธา"
    page = client.get("/search/", {"q": "จิตศรัทธา"}).content.decode()
    assert not re.search("สมชาย|ใจดี|สมชัย", page)


def test_a_person_found_by_code_is_told_by_the_role(client, only_hit):
    """A code is no secret; the name it stands for is."""
    person = make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา", spellings="สมชัย")
    assert without_tags(only_hit(person.code).title) == "ผู้มีจิตศรัทธา"
    assert not re.search("สมชาย|ใจดี|สมชัย", client.get("/search/", {"q": person.code}).content.decode())


def test_who_may_read_people_finds_them(titles_found, client_of, editor):
    """Staff with the right find the person and what hangs on the name."""
    person = make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา")
    make_project(title="ค่าย", partner=person)
    assert titles_found("สมชาย", client_of(editor)) == {"หน่วยงาน": ["สมชาย ใจดี"], "โครงการ": ["ค่าย"]}


def test_an_administrator_finds_no_person(titles_found, client_of, administrator):
    """Who looks after accounts sees the records without the names of people."""
    make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา")
    assert titles_found("สมชาย", client_of(administrator)) == {}


def test_an_outsider_finds_a_project_of_a_person_by_its_own_name(only_hit):
    """The partner stands there as the role."""
    make_project(title="ค่ายดาว", partner=make_person("สมชาย ใจดี", "ผู้มีจิตศรัทธา"))
    assert "ผู้มีจิตศรัทธา" in only_hit("ค่ายดาว").facts


@pytest.mark.parametrize("status", [Publication.DRAFT, Publication.CANCELLED])
def test_an_outsider_finds_what_is_confirmed(titles_found, client_of, editor, status):
    """Drafts are found by staff alone, and said to be drafts."""
    make_project(title="ค่ายดาว", status=status)
    make_agreement(title="ข้อตกลงดาว", status=status)
    assert titles_found("ดาว") == {}
    assert titles_found("ดาว", client_of(editor)) == {"โครงการ": ["ค่ายดาว"], "ข้อตกลง": ["ข้อตกลงดาว"]}


def test_which_documents_an_outsider_finds(titles_found):
    """Public ones, evidence of what is confirmed, and orders of groups; no others."""
    make_document(title="ดาวเผยแพร่")
    hidden = {"is_public": False}
    confirmed, draft = make_project(title="ก"), make_project(title="ข", status="draft")
    confirmed.documents.add(make_document(title="ดาวของโครงการ", **hidden))
    draft.documents.add(make_document(title="ดาวของร่าง", **hidden))
    make_contribution(document=make_document(title="ดาวของเงิน", **hidden))
    make_contribution(document=make_document(title="ดาวของเงินที่ตั้งไว้", **hidden), receipt="planned")
    make_agreement().documents.add(make_document(title="ดาวของข้อตกลง", **hidden))
    make_group(order_document=make_document(title="ดาวของเครือข่าย", **hidden))
    make_document(title="ดาวลับ", **hidden)
    assert set(titles_found("ดาว")["เอกสาร"]) == {
        "ดาวเผยแพร่",
        "ดาวของโครงการ",
        "ดาวของเงิน",
        "ดาวของข้อตกลง",
        "ดาวของเครือข่าย",
    }


def test_a_group_of_hidden_members_is_found_by_its_name(titles_found):
    """Its members are hidden, not the group."""
    make_group(name="กลุ่มดอกไม้", kind=make_kind(members_hidden=True))
    assert titles_found("ดอกไม้") == {"เครือข่าย": ["กลุ่มดอกไม้"]}


def test_the_first_twenty_and_the_way_to_the_rest(client):
    """The number of all, and lists that show them: of projects one for each year."""
    for number in range(21):
        make_organization(name=f"ดาว{number:02}")
        make_project(title=f"เดือน{number}", fiscal_year=2557 if number else 2556)
    (organizations,) = client.get("/search/", {"q": "ดาว"}).context["found"]
    assert (organizations.count, len(organizations.hits)) == (21, 20)
    page = client.get("/search/", {"q": "ดาว"}).content.decode()
    assert f'href="/partners/?q={"ดาว".encode().hex("%").upper().join(["%", ""])}"' in page
    (projects,) = client.get("/search/", {"q": "เดือน"}).context["found"]
    assert [(more["year"], more["count"]) for more in projects.more] == [(2557, 20), (2556, 1)]


def test_twenty_need_no_way_to_the_rest(client):
    """All are shown already."""
    for number in range(20):
        make_organization(name=f"ดาว{number:02}")
    (organizations,) = client.get("/search/", {"q": "ดาว"}).context["found"]
    assert organizations.more == []


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "พิมพ์สิ่งที่ต้องการหา"),
        ("ก", "สั้นเกินไป"),
        ("-", "สั้นเกินไป"),
        ("\0", "พิมพ์สิ่งที่ต้องการหา"),
        ("ดาวเทียม", "ไม่พบ “ดาวเทียม”"),
    ],
)
def test_a_query_that_finds_nothing_gets_advice(client, query, words):
    """Nothing asked, too little asked, nothing found: each is told what to do."""
    make_organization(name="กขค")
    assert words in client.get("/search/", {"q": query}).content.decode()


def test_words_that_find_nothing_together_are_offered_apart(client):
    """Each word is a link of its own."""
    page = client.get("/search/", {"q": "ดาวเทียม ควน"}).content.decode()
    assert page.count("?q=%E0%B8%84%E0%B8%A7%E0%B8%99") == 1 + page.count(
        "?q=%E0%B8%84%E0%B8%A7%E0%B8%99%E0%B8%82"
    )


def test_queries_do_not_grow(client):
    """As many for nineteen results of each kind as for ten, and no more than ten."""

    def grow(times):
        for number in range(times):
            partner = make_organization(name=f"ดาว{number}")
            make_contribution(
                project=make_project(title="ดาว", partner=partner, category=Category.objects.first())
            )
            make_school(name=f"ดาว{number}")
            make_agreement(partner, title="ดาว")
            make_document(title="ดาว", issuer=partner)
        make_group(name=f"ดาว{times}")

    grow(10)
    few = queries_of(client, "/search/", q="ดาว")
    assert few <= 10
    grow(9)
    assert queries_of(client, "/search/", q="ดาว") == few
    assert len(client.get("/search/", {"q": "ดาว"}).context["found"]) == 6
