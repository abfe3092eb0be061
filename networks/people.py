"""Who sees people's names and phones on the pages: staff who may, and directors those of their own networks."""

from django.utils import timezone

from networks.models import Group, Membership, School


def own_school(user) -> School | None:
    """The school whose director signs in as this user."""
    account = getattr(user, "school_account", None)
    return account.school if account and account.is_present else None


def own_groups(school):
    """The networks, clubs and boards in which a school sits today."""
    today = timezone.localdate()
    seats = Membership.objects.held_in(today, today).filter(organization=school)
    return Group.objects.standing_in(today, today).filter(pk__in=seats.order_by().values("group"))


def sees_people(user, group) -> bool:
    """Whether somebody may read the names and phones of those who sit in a group."""
    if user.has_perm("partners.view_people"):
        return True
    school = own_school(user)
    return bool(school) and own_groups(school).filter(pk=group.pk).exists()


def sees_contacts(user, school) -> bool:
    """Whether somebody may read the names and phones of a school's contacts."""
    if user.has_perm("partners.view_people"):
        return True
    own = own_school(user)
    return bool(own) and (
        own.pk == school.pk or own_groups(own).of_schools().filter(pk__in=own_groups(school)).exists()
    )
