"""The accounts of directors: made for many schools at once, made anew, handed over to the next director, closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, count

from django.contrib.auth.models import Group as Role
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Max
from django.utils import timezone

from networks.models import School, SchoolAccount
from portal.accounts.first_passwords import hashes_of, new_password, require_new_password
from portal.roles import DIRECTOR


@dataclass(frozen=True)
class Slip:
    """What is told a director once, on paper."""

    school: School
    username: str
    password: str


class StaleSlipsError(Exception):
    """Slips were made since the page was opened; nothing was changed."""


def accounts_state(schools: Sequence[School]) -> str:
    """Which accounts of these schools stand, told by their number and the newest slip."""
    accounts = SchoolAccount.objects.present().filter(school__in=schools)
    newest = accounts.aggregate(number=Count("pk"), newest=Max("slip_made_at"))
    return f"{newest['number']} {newest['newest']}"


def make_slips(schools: Sequence[School], *, state: str, to_successors: bool = False) -> list[Slip]:
    """A first password for each school; the one before, if there was one, is void.

    A school keeps its account, or gets its first; a successor of its director gets a new one.
    `state` is that in which whoever asks for them saw the schools.
    """
    passwords = [new_password() for _ in schools]
    hashes = hashes_of(passwords)
    with transaction.atomic():
        accounts = _locked(schools)
        if accounts_state(schools) != state:
            raise StaleSlipsError
        if to_successors:
            for account in accounts.values():
                close(account)
            accounts = {}
        names = _usernames(schools)
        slips = []
        for school, name, password, stored in zip(schools, names, passwords, hashes, strict=True):
            account = accounts.get(school.pk) or SchoolAccount(
                school=school, user=_director(school, name), since=timezone.localdate()
            )
            _give(account, stored)
            slips.append(Slip(school, account.user.username, password))
    return slips


@transaction.atomic
def close(account: SchoolAccount) -> None:
    """Ends the tie and every session of the account, which stays for the history."""
    account.until = timezone.localdate()
    account.save(update_fields=["until"])
    account.user.is_active = False
    account.user.set_unusable_password()
    account.user.save(update_fields=["is_active", "password"])


def _locked(schools):
    present = SchoolAccount.objects.present().filter(school__in=schools).select_related("user")
    accounts = list(present.select_for_update(of=("self",)))
    if any(account.user.is_staff for account in accounts):
        raise PermissionDenied("whoever makes slips would take over the account of a colleague")
    return {account.school_id: account for account in accounts}


def _usernames(schools):
    """Of each school its own code; with a number behind it where an earlier account has that."""
    taken = set(User.objects.values_list("username", flat=True))
    for school in schools:
        code = school.smis_code or school.code.lower()
        names = chain([code], (f"{code}-{number}" for number in count(2)))
        name = next(name for name in names if name not in taken)
        taken.add(name)
        yield name


def _director(school, username):
    user = User(username=username, first_name=f"ผอ.{school.full_name}"[:150])
    user.set_unusable_password()
    user.save()
    user.groups.add(Role.objects.get_or_create(name=DIRECTOR)[0])
    return user


def _give(account, stored):
    """The first password that was hashed as `stored`."""
    account.user.password, account.user.is_active = stored, True
    account.user.save(update_fields=["password", "is_active"])
    require_new_password(account.user)
    account.slip_made_at = timezone.now()
    account.save()
