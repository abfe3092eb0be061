"""The pages of networks and schools in a real browser: nothing for axe to find, and no page wider than its window."""

from datetime import date

import pytest

from networks.models import GroupYear, SchoolYear
from partners.models import Contact
from projects.models import Participation
from tests.browsing import WCAG, browser_of, violations, width_needed
from tests.factories import make_agreement, make_contribution, make_group, make_kind, make_member, make_school

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def network_addresses():
    """A network with a school, a committee, past terms, projects and money; and what is empty."""
    network = make_group(name="เครือข่ายบางแก้ว", kind=make_kind(schools_belong=True, works_in_teams=True))
    school = make_school(name="บ้านควนขนุนหานโพธิ์ (ประชาราษฎร์อุปถัมภ์วิทยาคาร)")
    for year, pupils in ((2556, 121), (2557, 1234)):
        SchoolYear.objects.create(school=school, academic_year=year, pupils=pupils)
    Contact.objects.create(organization=school, position="ผู้อำนวยการ", name="นายสมชาย", phone="081-234-5678")
    make_member(group=network, organization=school, position="chair")
    make_member(group=network, role="ที่ปรึกษา", position="adviser", to_on=date(2014, 1, 1))
    GroupYear.objects.create(group=network, fiscal_year=2557, teams=3, activities="ประชุม")
    gift = make_contribution(recipient=school, amount=1_234_567)
    Participation.objects.create(project=gift.project, organization=school, pupils=40)
    make_agreement(school, gift.giver)
    found = [network.get_absolute_url(), school.get_absolute_url(), make_group().get_absolute_url()]
    return ["/networks/", "/schools/", f"{network.get_absolute_url()}roster/", *found]


def test_pages_are_sound_on_a_phone_and_on_a_wide_screen(client, staff, live_server, network_addresses):
    """With everything unfolded, for one who sees all there is; the rules are checked by turns on either."""
    client.force_login(staff)
    with browser_of(client, live_server) as page:
        for turn, address in enumerate(network_addresses):
            page.goto(address)
            page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
            for width in (360, 1280)[:: -1 if turn % 2 else 1]:
                page.set_viewport_size({"width": width, "height": 800})
                assert width_needed(page) <= width, address
            assert violations(page, (*WCAG, "wcag22aa")) == {}, address


def test_the_chair_and_the_phone_are_three_taps_from_home(client, staff, live_server, network_addresses):
    """The schools, the school, its network: there stands who chairs it and the phone."""
    client.force_login(staff)
    with browser_of(client, live_server, viewport={"width": 360, "height": 740}) as page:
        page.goto("/")
        page.get_by_label("เมนูหลัก").get_by_role("link", name="โรงเรียน").click()
        page.get_by_role("link", name="ควนขนุนหานโพธิ์").first.click()
        page.get_by_role("link", name="เครือข่ายบางแก้ว").click()
        hero = page.locator(".chairs").inner_text()
    assert "นายสมชาย" in hero
    assert "081-234-5678" in hero
