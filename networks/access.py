"""Access to names and phones in groups and schools: for staff, and for directors in their own networks."""

from django.utils import timezone

from networks.models import Group, Membership, School
from portal.roles import reads_people

_DIRECTOR_TITLES = ("ผอ", "ผู้อำนวยการ")


def own_school(user) -> School | None:
    """Return the school whose director is this user, or None."""
    account = getattr(user, "school_account", None)
    return account.school if account and account.is_present else None


def own_groups(school):
    """Return the groups that a school is a member of today."""
    today = timezone.localdate()
    seats = Membership.objects.active_between(today, today).filter(organization=school)
    return Group.objects.existing_between(today, today).filter(pk__in=seats.order_by().values("group"))


def reads_group_people(user, group):
    """Return whether the user may read names and phones of a group's members."""
    return reads_people(user) or group.pk in _own_group_pks(user)


def reads_school_contacts(user, school):
    """Return whether the user may read names and phones of a school's contacts."""
    if reads_people(user):
        return True
    own = own_school(user)
    if own is None:
        return False
    shared = own_groups(school).of_schools().filter(pk__in=_own_group_pks(user))
    return own.pk == school.pk or shared.exists()


def director_of(contacts):
    """Return the contact whose position is director, or None."""
    return next((contact for contact in contacts if contact.position.startswith(_DIRECTOR_TITLES)), None)


def _own_group_pks(user):
    """Return the primary keys of the groups of the user's school, read once for each user object."""
    if not hasattr(user, "own_group_pks"):
        school = own_school(user)
        user.own_group_pks = set(own_groups(school).values_list("pk", flat=True)) if school else set()
    return user.own_group_pks
