"""From a figure's list to the paper that proves it: the evidence beside each project and each gift."""

import pytest

from tests.factories import make_agreement, make_contribution, make_document, make_project
from tests.files import pdf, upload

pytestmark = pytest.mark.django_db
LISTS = ["/projects/", "/contributions/"]


def papers_in(client, address):
    """The titles beside each row of a list."""
    return [[document.title for document in row[-1]] for row in client.get(address).context["rows"]]


def test_a_project_has_all_its_evidence_once(client):
    """Its own, that of gifts received and of its agreement; that of a gift which is only planned is none."""
    own, of_gift, of_plan, of_deal = map(make_document, ("ก", "ข", "แผน", "ค"))
    deal = make_agreement()
    deal.documents.add(of_deal, own)
    project, twin = make_project(agreement=deal), make_project(agreement=deal)
    project.documents.add(own)
    make_contribution(project=project, document=of_gift)
    make_contribution(project=project, document=of_plan, receipt="planned")
    make_project()
    assert twin.pk
    assert papers_in(client, "/projects/") == [["ก", "ข", "ค"], ["ก", "ค"], []]


def test_a_gift_has_its_own_evidence_else_that_of_its_project(client):
    """The paper of the gift itself stands alone."""
    own, of_gift = make_document("ของโครงการ"), make_document("ฎีกา")
    project = make_project()
    project.documents.add(own)
    make_contribution(project=project, document=of_gift)
    other = make_project()
    other.documents.add(own)
    make_contribution(project=other)
    assert papers_in(client, "/contributions/") == [["ฎีกา"], ["ของโครงการ"]]


@pytest.mark.parametrize("address", LISTS)
def test_a_public_file_is_opened_from_the_list(client, address):
    """Two clicks from a figure: its list, and there the file."""
    document = make_document("เปิดได้", is_public=True, file=upload("a.pdf", pdf()))
    make_contribution(document=document)
    page = client.get(address).text
    assert f'href="/documents/{document.code}/file/"' in page
    assert b"".join(client.get(f"/documents/{document.code}/file/")).startswith(b"%PDF")


@pytest.mark.parametrize("address", LISTS)
def test_a_file_kept_at_the_office_is_opened_by_staff_alone(client, client_of, editor, address):
    """Outsiders are led to what is told of the paper, staff who may view documents to the file."""
    document = make_document("เก็บไว้", file=upload("a.pdf", pdf()))
    make_contribution(document=document)
    page = client.get(address).text
    assert f"/documents/{document.code}/file/" not in page
    assert f'href="{document.get_absolute_url()}"' in page
    assert "เก็บที่สำนักงาน" in page
    assert f"/documents/{document.code}/file/" in client_of(editor).get(address).text


def test_many_papers_are_counted_and_found_with_the_project(client):
    """Three stand in the row, all of them one click away."""
    project = make_project()
    project.documents.add(*(make_document(f"เอกสาร {number}") for number in range(5)))
    page = client.get("/projects/").text
    assert f'href="{project.get_absolute_url()}#evidence">หลักฐานทั้งหมด 5 ฉบับ' in page
    assert "เอกสาร 3" not in page
