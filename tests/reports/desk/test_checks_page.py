"""The page of a year's readiness: what is left, where to mend it, and what is let stand with a reason."""

import pytest
from django.urls import reverse

from portal.roles import ADMINISTRATOR, APPROVER, DIRECTOR, EDITOR
from reports.models import Acknowledgement, AnnualReport, Paragraph
from tests.factories import make_project

pytestmark = pytest.mark.django_db

VENUE, UNDATED = "ไม่ระบุสถานที่", "ไม่ระบุวันที่จัด"


@pytest.fixture
def checks_url(bare_report):
    """The address of its checks."""
    return reverse("admin:reports_annualreport_checks", args=[bare_report.pk])


def keys(client, checks_url, rule=VENUE):
    (found,) = [told for told in client.get(checks_url).context["rules"] if told.name == rule]
    return [finding.key for finding in found.findings]


def counts(client, checks_url):
    readiness = client.get(checks_url).context["readiness"]
    return len(readiness.blockers), len(readiness.warnings), len(readiness.acknowledged)


def test_every_finding_stands_with_the_place_to_mend_it(staff_client, checks_url, bare_report):
    """Blockers first; each sentence has its link."""
    Paragraph.objects.create(report=bare_report, section="preface", text="จำนวน........คน")
    page = staff_client.get(checks_url)
    assert page.context["rules"][0].is_blocker
    readiness = page.context["readiness"]
    for finding in (*readiness.blockers, *readiness.warnings):
        assert finding.sentence in page.content.decode()
        assert f'href="{finding.url}"' in page.content.decode()


def test_a_warning_is_let_stand_with_a_reason(staff_client, staff, checks_url, bare_report):
    """Who, when and why are kept and shown; the others of the rule are left."""
    _, warnings, _ = counts(staff_client, checks_url)
    first = keys(staff_client, checks_url)[0]
    answer = staff_client.post(checks_url, {"finding": [first], "reason": "ต้นฉบับไม่ระบุ"}, follow=True)
    row = bare_report.acknowledgements.get()
    assert (row.finding, row.reason, row.by) == (first, "ต้นฉบับไม่ระบุ", staff)
    assert row.history.get().history_user == staff
    assert "เหตุผล: ต้นฉบับไม่ระบุ" in answer.content.decode()
    assert counts(staff_client, checks_url) == (0, warnings - 1, 1)


def test_warnings_of_many_rules_are_let_stand_at_once(staff_client, checks_url, bare_report):
    """One press with one reason, for all that are ticked and no other."""
    ticked = [*keys(staff_client, checks_url), *keys(staff_client, checks_url, UNDATED)]
    staff_client.post(checks_url, {"finding": ticked, "reason": "ต้นฉบับไม่ระบุ"})
    assert {row.finding for row in bare_report.acknowledgements.all()} == set(ticked)
    assert len(ticked) == 4


def test_the_reason_of_a_rule_goes_before_the_one_for_all(staff_client, checks_url, bare_report):
    """Of its own warnings; those of others keep the common one."""
    venues, days = keys(staff_client, checks_url), keys(staff_client, checks_url, UNDATED)
    typed = {"finding": [*venues, *days], "reason": "ต้นฉบับไม่ระบุ", f"reason-{UNDATED}": "จัดทั้งปี"}
    staff_client.post(checks_url, typed)
    told = dict(bare_report.acknowledgements.values_list("finding", "reason"))
    assert told == dict.fromkeys(venues, "ต้นฉบับไม่ระบุ") | dict.fromkeys(days, "จัดทั้งปี")


def test_with_a_reason_for_each_rule_the_common_one_may_be_empty(staff_client, checks_url, bare_report):
    """Nothing more is asked."""
    staff_client.post(
        checks_url, {"finding": keys(staff_client, checks_url), f"reason-{VENUE}": "ต้นฉบับไม่ระบุ"}
    )
    assert bare_report.acknowledgements.count() == 2


def test_a_rule_without_any_reason_is_named(staff_client, checks_url, bare_report):
    """Nothing is let stand; what was ticked and typed is still there, and what was not is not."""
    venues, days = keys(staff_client, checks_url), keys(staff_client, checks_url, UNDATED)
    typed = {"finding": [*venues, days[0]], f"reason-{VENUE}": "จัดหลายที่"}
    page = staff_client.post(checks_url, typed).content.decode()
    assert f"ยังไม่มีเหตุผลของข้อ “{UNDATED}”<" in page
    assert "จัดหลายที่" in page
    assert [key for key in (*venues, *days) if f'value="{key}" checked' in page] == [*venues, days[0]]
    assert not Acknowledgement.objects.exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"reason": "  "}, "ใส่เหตุผลที่ให้คงไว้"),
        ({"finding": [], "reason": "เพราะเล็กน้อย"}, "เลือกข้อสังเกตอย่างน้อยหนึ่งข้อ"),
        ({"finding": ["0" * 64], "reason": "เพราะเล็กน้อย"}, "ข้อสังเกตบางข้อเปลี่ยนไปแล้ว"),
        ({"reason": "ย" * 501}, "เหตุผลยาวเกินไป"),
        ({"reason": "เพราะเล็กน้อย", f"reason-{VENUE}": "ย" * 501}, f"เหตุผลของข้อ “{VENUE}” ยาวเกินไป"),
    ],
)
def test_without_reason_or_finding_nothing_is_let_stand(typed, sentence, staff_client, checks_url):
    """The page says what is wanting and keeps what was typed."""
    page = staff_client.post(checks_url, {"finding": keys(staff_client, checks_url)} | typed)
    assert page.status_code == 200
    assert sentence in page.content.decode()
    assert typed["reason"].strip() in page.content.decode()
    assert not Acknowledgement.objects.exists()


def test_a_blocker_is_never_let_stand(staff_client, checks_url, bare_report):
    """However it is asked for."""
    Paragraph.objects.create(report=bare_report, section="preface", text="จำนวน........คน")
    rule = "ช่องว่างที่ยังไม่ได้เติม"
    typed = {"finding": keys(staff_client, checks_url, rule), "reason": "รีบ"}
    assert staff_client.post(checks_url, typed).status_code == 200
    assert counts(staff_client, checks_url)[0] == 1
    assert not Acknowledgement.objects.exists()


def test_a_reason_can_be_withdrawn_and_stays_in_the_history(staff_client, checks_url, bare_report):
    """The warning is left again; both acts are told."""
    staff_client.post(checks_url, {"finding": keys(staff_client, checks_url), "reason": "ต้นฉบับไม่ระบุ"})
    page = staff_client.post(checks_url, {"withdraw": bare_report.acknowledgements.first().pk}, follow=True)
    assert bare_report.acknowledgements.count() == 1
    assert [action for _, _, action, _ in page.context["history"]] == ["ยกเลิกการรับทราบ", "รับทราบ", "รับทราบ"]


@pytest.mark.parametrize("pk", ["0", "x", "999999999999999999999"])
def test_what_was_withdrawn_already_is_said(pk, staff_client, checks_url):
    """Two people press at once; nothing breaks."""
    page = staff_client.post(checks_url, {"withdraw": pk}, follow=True)
    assert "มีผู้ยกเลิกไปก่อนแล้ว" in page.content.decode()


def test_a_changed_warning_asks_anew(staff_client, checks_url, bare_report):
    """A reason holds for the sentence it was given to."""
    staff_client.post(checks_url, {"finding": keys(staff_client, checks_url), "reason": "ต้นฉบับไม่ระบุ"})
    make_project(title="งานใหม่")
    assert counts(staff_client, checks_url)[2] == 2
    assert len(keys(staff_client, checks_url)) == 1


@pytest.mark.parametrize(
    ("role", "reads", "settles"),
    [
        (EDITOR, 200, 302),
        (APPROVER, 200, 302),
        (ADMINISTRATOR, 200, 403),
        (DIRECTOR, 302, 302),
        (None, 302, 302),
    ],
)
def test_who_may_read_and_who_may_let_stand(role, reads, settles, client, client_of, somebody, checks_url):
    """Editors and approvers settle; the administrator only reads; outsiders are sent to sign in."""
    client.force_login(somebody(role))
    page = client.get(checks_url)
    assert page.status_code == reads
    typed = {"finding": keys(client_of(somebody(EDITOR)), checks_url), "reason": "ต้นฉบับไม่ระบุ"}
    assert client.post(checks_url, typed).status_code == settles
    assert Acknowledgement.objects.exists() == (role in (EDITOR, APPROVER))
    assert ("รับทราบข้อที่เลือก" in page.content.decode()) == (role in (EDITOR, APPROVER))


def test_a_published_year_is_only_read(staff_client, checks_url, bare_report, django_user_model):
    """An amendment opens it again."""
    author = django_user_model.objects.create_user("ผู้เขียน")
    approver = django_user_model.objects.create_user("ผู้ลงนาม")
    AnnualReport.objects.filter(pk=bare_report.pk).update(state="published", author=author, approver=approver)
    assert (
        staff_client.post(
            checks_url, {"finding": keys(staff_client, checks_url), "reason": "ต้นฉบับไม่ระบุ"}
        ).status_code
        == 403
    )
    assert staff_client.get(checks_url).status_code == 200


def test_the_report_leads_to_its_readiness(staff_client, checks_url, bare_report):
    """From the tools of its screen."""
    page = staff_client.get(reverse("admin:reports_annualreport_change", args=[bare_report.pk]))
    assert f'href="{checks_url}"' in page.content.decode()


def test_an_unknown_report_is_not_found(staff_client):
    """No error page."""
    assert staff_client.get(reverse("admin:reports_annualreport_checks", args=[999])).status_code == 404
