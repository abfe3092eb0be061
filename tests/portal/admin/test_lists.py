"""The lists of the admin: on which year they open, and that each of their filters and columns answers."""

import pytest
from django.contrib import admin
from django.urls import reverse

from portal.thai.keys import sort_key
from projects.models import Project
from tests.factories import make_contribution, make_group, make_organization, make_project
from tests.places import own_subdistrict

pytestmark = [pytest.mark.django_db, pytest.mark.database]

PROJECTS = reverse("admin:projects_project_changelist")
LISTS = [
    "portal_subdistrict",
    "partners_organization",
    "partners_document",
    "partners_agreement",
    "networks_school",
    "networks_group",
    "networks_groupyear",
    "projects_project",
    "projects_contribution",
    "reports_annualreport",
    "reports_reportitem",
    "reports_paragraph",
]


@pytest.fixture
def three_years():
    """A project in each of three years."""
    return [make_project(fiscal_year=year) for year in (2555, 2556, 2557)]


@pytest.fixture
def years_shown(staff_client):
    """The years of the projects in a list."""

    def ask(**query):
        response = staff_client.get(PROJECTS, query)
        return [project.fiscal_year for project in response.context["cl"].result_list]

    return ask


def test_a_list_opens_on_the_newest_year_with_records(years_shown, three_years):
    """Who has chosen no year sees the newest."""
    assert years_shown() == [2557]


def test_a_list_opens_on_the_year_last_chosen(years_shown, three_years):
    """A year asked for in the address is kept for the next visit."""
    assert years_shown(fiscal_year=2555) == [2555]
    assert years_shown() == [2555]


def test_every_year_is_a_choice_that_is_kept(years_shown, three_years):
    """All years are shown, and again on the next visit, until a year is chosen."""
    assert years_shown(fiscal_year="all") == [2557, 2556, 2555]
    assert years_shown() == [2557, 2556, 2555]
    years_shown(fiscal_year=2556)
    assert years_shown() == [2556]


def test_the_year_chosen_is_kept_for_forms_too(staff_client, years_shown, three_years):
    """The year lies where the forms look for it, and “every year” leaves it there."""
    years_shown(fiscal_year=2556)
    years_shown(fiscal_year="all")
    assert staff_client.session["fiscal_year"] == 2556


def test_a_year_without_records_is_shown_empty_and_not_kept(years_shown, three_years):
    """A shared address of a year without records shows nothing, and the next visit what there is."""
    assert years_shown(fiscal_year=2560) == []
    assert years_shown() == [2557]


def test_a_year_chosen_elsewhere_without_records_here_opens_on_the_newest(staff_client, three_years):
    """A list that knows nothing of the chosen year opens on its own newest."""
    make_contribution(project=three_years[0])
    staff_client.get(PROJECTS, {"fiscal_year": 2557})
    response = staff_client.get(reverse("admin:projects_contribution_changelist"))
    assert response.context["cl"].fiscal_year == "2555"


def test_a_list_without_records_opens_on_every_year(staff_client):
    """An empty list answers."""
    assert staff_client.get(PROJECTS).context["cl"].fiscal_year == "all"


def test_an_unreadable_year_is_refused(staff_client, three_years):
    """What is no year leads back to the list as it opens."""
    response = staff_client.get(PROJECTS, {"fiscal_year": "สองพัน"}, follow=True)
    assert response.redirect_chain == [(f"{PROJECTS}?e=1", 302)]
    assert response.context["cl"].fiscal_year == "2557"


def test_the_year_it_opens_on_is_marked_and_said_by_its_links(staff_client, three_years):
    """The filter marks the year taken for granted, and other links carry it."""
    changelist = staff_client.get(PROJECTS).context["cl"]
    choices = list(changelist.filter_specs[0].choices(changelist))
    assert [choice["display"] for choice in choices] == ["ทุกปี", "2557", "2556", "2555"]
    assert [choice["display"] for choice in choices if choice["selected"]] == ["2557"]
    assert changelist.get_query_string({"o": "1"}) == "?fiscal_year=2557&o=1"


def test_the_total_beside_the_search_is_that_of_the_year(staff_client, three_years):
    """A search in a year is compared with that year, not with what the list does not open on."""
    make_project()
    changelist = staff_client.get(PROJECTS, {"q": three_years[2].title}).context["cl"]
    assert (changelist.result_count, changelist.full_result_count) == (1, 2)


def test_saving_leads_back_to_the_list_as_it_was(staff_client, three_years):
    """The filters of a list survive a visit to a record."""
    url = reverse("admin:projects_category_add")
    response = staff_client.post(f"{url}?_changelist_filters=fiscal_year%3D2555", {"name": "กีฬา", "order": 0})
    assert response.url.endswith("?fiscal_year=2555")


def test_an_action_reaches_the_rows_shown(staff_client, three_years):
    """Selecting all in the list of a year deletes nothing of another year."""
    sent = {
        "action": "delete_selected",
        "select_across": 1,
        "_selected_action": [three_years[2].pk],
        "post": "yes",
    }
    staff_client.post(PROJECTS, sent)
    assert [p.fiscal_year for p in Project.objects.all()] == [2556, 2555]


def test_autocomplete_knows_every_year(staff_client, three_years):
    """A box with suggestions offers records of all years, whatever year was chosen."""
    staff_client.get(PROJECTS, {"fiscal_year": 2557})
    asked = {"app_label": "projects", "model_name": "project", "field_name": "last_year", "term": ""}
    results = staff_client.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert len(results) == 3


@pytest.mark.parametrize("query", [{}, {"_facets": "True"}, {"q": "ก"}, {"_popup": "1"}])
@pytest.mark.parametrize("name", LISTS)
def test_every_list_answers_in_every_way(staff_client, name, query):
    """Plain, with counts beside the filters, searched, and as a popup."""
    make_contribution()
    assert staff_client.get(reverse(f"admin:{name}_changelist"), query).status_code == 200


@pytest.mark.parametrize("name", LISTS)
def test_every_column_sorts(staff_client, name):
    """Every column that says it can be sorted by can, both ways."""
    make_contribution()
    make_group()
    url = reverse(f"admin:{name}_changelist")
    for number in range(len(staff_client.get(url).context["cl"].list_display)):
        for sign in ("", "-"):
            assert staff_client.get(url, {"o": f"{sign}{number}"}).status_code == 200


def test_every_filter_of_every_list_answers(staff_client):
    """Each choice that a list offers is an address that answers."""
    make_contribution(giver=make_organization(subdistrict=own_subdistrict()))
    for name in LISTS:
        url = reverse(f"admin:{name}_changelist")
        changelist = staff_client.get(url).context["cl"]
        for spec in changelist.filter_specs:
            for choice in spec.choices(changelist):
                assert staff_client.get(url + choice["query_string"]).status_code == 200


def test_the_office_s_own_districts_are_offered(staff_client):
    """A district of the office shows what lies in it and hides the rest; others cannot be chosen."""
    here = make_organization(subdistrict=own_subdistrict())
    there = make_organization(subdistrict_id="930101")
    url = reverse("admin:partners_organization_changelist")
    changelist = staff_client.get(url, {"district": "9303"}).context["cl"]
    assert changelist.result_list == [here]
    offered = next(spec for spec in changelist.filter_specs if spec.title == "อำเภอ").lookup_choices
    assert offered == [("9303", "เขาชัยสน")]
    assert there in staff_client.get(url).context["cl"].result_list


def test_places_stand_in_dictionary_order(staff_client):
    """The list of places sorts by name as a dictionary does, backwards when asked."""
    response = staff_client.get(reverse("admin:portal_district_changelist"), {"o": "-0"})
    names = [district.name for district in response.context["cl"].result_list]
    assert names == sorted(names, key=sort_key, reverse=True)


def test_only_the_lists_with_a_sheet_have_an_export():
    """Every sheet belongs to a list, and small lists have none."""
    exported = {model._meta.model_name for model, screen in admin.site._registry.items() if _sheet(screen)}
    assert exported == {
        "organization",
        "document",
        "agreement",
        "school",
        "group",
        "project",
        "contribution",
    }


def _sheet(screen):
    return getattr(screen, "sheet", None)
