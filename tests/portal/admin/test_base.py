"""The admin site and the screens of the ground."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.urls import reverse
from simple_history.models import HistoricalChanges

from portal.models import District, Office, Province, Subdistrict

pytestmark = pytest.mark.django_db

PLACES = [Province, District, Subdistrict]
SCREENS = [
    f"{app}_{model}"
    for app, models in {
        "portal": ["office", "province", "district", "subdistrict"],
        "partners": ["organization", "document", "agreement"],
        "networks": ["school", "learningstrand", "groupkind", "group", "groupyear"],
        "projects": ["category", "project"],
        "reports": ["standard", "annualreport", "reportitem", "paragraph"],
    }.items()
    for model in models
]
PLACE_SCREENS = ["portal_province", "portal_district", "portal_subdistrict"]
AUTOCOMPLETES = [
    ("portal", "office", "districts"),
    ("partners", "organization", "subdistrict"),
    ("partners", "agreement", "documents"),
    ("partners", "agreement", "renews"),
    ("networks", "membership", "organization"),
    ("networks", "groupyear", "group"),
    ("projects", "project", "partner"),
    ("reports", "paragraph", "projects"),
    ("reports", "paragraph", "agreements"),
    ("reports", "paragraph", "item"),
    ("reports", "paragraph", "parent"),
    ("reports", "reportitem", "report"),
]


@pytest.fixture
def suggest(staff_client):
    """The words an autocomplete box offers for what was typed."""

    def suggest_for(app, model, field, term):
        asked = {"app_label": app, "model_name": model, "field_name": field, "term": term}
        response = staff_client.get(reverse("admin:autocomplete"), asked)
        assert response.status_code == 200
        return [result["text"] for result in response.json()["results"]]

    return suggest_for


def test_every_model_of_the_portal_has_a_screen_or_rows_in_one():
    """No model is left out but what the portal keeps for itself, and what the page of a year's report shows."""
    internal = {"CodeSeries", "FirstPassword", "Worker"}
    on_the_pages_of_a_year = {
        "Acknowledgement",
        "ControlTotal",
        "Edition",
        "EditionCopy",
        "PrintJob",
        "SignedScan",
    }
    site = admin.site
    shown = set(site._registry)
    shown |= {inline.model for screen in site._registry.values() for inline in screen.inlines}
    for app in ("portal", "partners", "networks", "projects", "reports"):
        missing = {model for model in apps.get_app_config(app).get_models() if model not in shown}
        names = {model.__name__ for model in missing if not issubclass(model, HistoricalChanges)}
        assert names <= internal | on_the_pages_of_a_year


@pytest.mark.parametrize("screen", SCREENS)
def test_staff_open_every_list(staff_client, screen):
    """Every list answers, plain and searched."""
    url = reverse(f"admin:{screen}_changelist")
    assert staff_client.get(url).status_code == 200
    assert staff_client.get(url, {"q": "ควนขนุน"}).status_code in (200, 302)


@pytest.mark.parametrize("screen", [s for s in SCREENS if s not in PLACE_SCREENS])
def test_staff_open_every_add_page(staff_client, screen):
    """Every form for a new record answers."""
    assert staff_client.get(reverse(f"admin:{screen}_add")).status_code == 200


@pytest.mark.parametrize("page", ["changelist", "add"])
@pytest.mark.parametrize("screen", SCREENS)
def test_an_outsider_is_led_to_the_login(client, screen, page):
    """Who has not signed in sees no screen."""
    response = client.get(reverse(f"admin:{screen}_{page}"))
    assert response.status_code == 302
    assert response.url.startswith(reverse("admin:login"))


@pytest.mark.parametrize(("app", "model", "field"), AUTOCOMPLETES)
def test_every_autocomplete_answers(suggest, app, model, field):
    """A box with suggestions answers for every kind of record."""
    assert suggest(app, model, field, "ไม่มีชื่อนี้") == []


@pytest.mark.parametrize("model", PLACES)
def test_official_places_cannot_be_changed(staff_client, model):
    """A place is shown, and neither added nor changed nor deleted."""
    place = model.objects.first()
    name = f"admin:portal_{model._meta.model_name}"
    assert staff_client.get(reverse(f"{name}_change", args=[place.pk])).status_code == 200
    assert staff_client.get(reverse(f"{name}_add")).status_code == 403
    assert staff_client.post(reverse(f"{name}_change", args=[place.pk]), {"name": "x"}).status_code == 403
    assert staff_client.get(reverse(f"{name}_delete", args=[place.pk])).status_code == 403


def test_a_subdistrict_is_suggested_with_its_district(suggest):
    """Two subdistricts of one name can be told apart, and the digits of a code find one."""
    both = {"ต.ควนขนุน อ.ควนขนุน", "ต.ควนขนุน อ.เขาชัยสน"}
    assert both <= set(suggest("partners", "organization", "subdistrict", "ควน ขนุน"))
    assert suggest("partners", "organization", "subdistrict", "930302") == ["ต.ควนขนุน อ.เขาชัยสน"]


def test_a_search_for_signs_alone_finds_nothing(suggest):
    """A query of which nothing is left to compare does not find everything."""
    assert suggest("partners", "organization", "subdistrict", "!!") == []
    assert suggest("partners", "organization", "subdistrict", "\0") != []


def test_there_is_one_office(staff_client):
    """A second office cannot be added, the one cannot be deleted."""
    office = Office.objects.create(name="สำนักงาน", short_name="สพป.")
    assert staff_client.get(reverse("admin:portal_office_change", args=[office.pk])).status_code == 200
    assert staff_client.get(reverse("admin:portal_office_add")).status_code == 403
    assert staff_client.get(reverse("admin:portal_office_delete", args=[office.pk])).status_code == 403
