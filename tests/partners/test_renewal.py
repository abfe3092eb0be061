"""An agreement renewed."""

from datetime import date

import pytest
from django.urls import reverse

from partners.models import AgreementEnd
from portal.records import Publication
from tests.factories import make_agreement

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_a_renewal_has_the_parties_and_begins_after_the_end():
    """A draft from the next day, its end still to be asked for."""
    agreement = make_agreement(end=AgreementEnd.DATED, ends_on=date(2015, 3, 31))
    renewal = agreement.renew()
    assert renewal.renews == agreement
    assert (renewal.status, renewal.end) == (Publication.DRAFT, AgreementEnd.UNKNOWN)
    assert renewal.starts_on == date(2015, 4, 1)
    assert [p.organization for p in renewal.parties.all()] == [
        p.organization for p in agreement.parties.all()
    ]


def test_a_renewal_of_an_agreement_without_end_knows_no_first_day():
    """Nothing is guessed."""
    assert make_agreement().renew().starts_on is None


def test_the_button_renews_once(staff_client):
    """Pressed again it leads to the renewal that stands."""
    agreement = make_agreement()
    for _ in range(2):
        staff_client.post(reverse("admin:partners_agreement_continue", args=[agreement.pk]))
    assert agreement.renewals.count() == 1
