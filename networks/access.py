"""Who may read which people of a group or a school: staff who may, and directors those of their own networks."""

from django.utils import timezone

from networks.models import Group, Membership, School
from partners.access import reads_people

_DIRECTOR = ("ผอ", "ผู้อำนวยการ")


def own_school(user) -> School | None:
    """The school whose director signs in as this user."""
    account = getattr(user, "school_account", None)
    return account.school if account and account.is_present else None


def own_groups(school):
    """The networks, clubs and boards in which a school sits today."""
    today = timezone.localdate()
    seats = Membership.objects.active_between(today, today).filter(organization=school)
    return Group.objects.existing_between(today, today).filter(pk__in=seats.order_by().values("group"))


def reads_group_people(user, group):
    """Whether the user may read the names and phones of the group's people."""
    return reads_people(user) or group.pk in _groups_of_own_school(user)


def reads_school_contacts(user, school):
    """Whether the user may read the names and phones of a school's contacts."""
    if reads_people(user):
        return True
    own = own_school(user)
    if own is None:
        return False
    shared = own_groups(school).of_schools().filter(pk__in=_groups_of_own_school(user))
    return own.pk == school.pk or shared.exists()


def director_of(contacts):
    """The contact of a school who is its director, or nothing."""
    return next((contact for contact in contacts if contact.position.startswith(_DIRECTOR)), None)


def _groups_of_own_school(user):
    """Their keys, read once for whoever asks, however many groups a page asks about."""
    school = own_school(user)
    if school is None:
        return set()
    if not hasattr(user, "keys_of_own_groups"):
        user.keys_of_own_groups = set(own_groups(school).values_list("pk", flat=True))
    return user.keys_of_own_groups
