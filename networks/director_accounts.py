"""Create, renew, hand over and close the accounts of school directors, with slips of their first passwords."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, count, groupby

from django.contrib.auth.models import Group as Role
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Max, prefetch_related_objects
from django.template.loader import render_to_string
from django.utils import timezone

from networks.models import School, SchoolAccount
from networks.models.schools import prefetch_networks
from portal.accounts.first_passwords import hash_passwords, new_password, require_new_password
from portal.models import Office
from portal.roles import DIRECTOR


@dataclass(frozen=True)
class PasswordSlip:
    """A director's user name and first password, to be printed once."""

    school: School
    username: str
    password: str


class StaleSlipsError(Exception):
    """Raised when slips were made since the page was opened; nothing was changed."""


def accounts_state(schools: Sequence[School]) -> str:
    """Return a text that changes with the number of the schools' accounts and with their newest slip."""
    accounts = SchoolAccount.objects.present().filter(school__in=schools)
    state = accounts.aggregate(number=Count("pk"), newest=Max("slip_made_at"))
    return f"{state['number']} {state['newest']}"


def make_slips(schools: Sequence[School], *, state: str, to_successors: bool = False) -> list[PasswordSlip]:
    """Set a new first password for each school's account and return the slips; raise StaleSlipsError if stale.

    A school without an account gets one, and with `to_successors` every school gets a new one. `state` is the
    accounts_state() at the time the user opened the page.
    """
    passwords = [new_password() for _ in schools]
    hashes = hash_passwords(passwords)
    with transaction.atomic():
        accounts = _lock_accounts(schools)
        if accounts_state(schools) != state:
            raise StaleSlipsError
        if to_successors:
            for account in accounts.values():
                close(account)
            accounts = {}
        names = _new_usernames(schools)
        slips = []
        for school, name, password, hashed in zip(schools, names, passwords, hashes, strict=True):
            account = accounts.get(school.pk) or _new_account(school, name)
            _set_first_password(account, hashed)
            slips.append(PasswordSlip(school, account.user.username, password))
    return slips


@transaction.atomic
def close(account: SchoolAccount) -> None:
    """End the account and its sessions; the record stays for the history."""
    account.until = timezone.localdate()
    account.save(update_fields=["until"])
    account.user.is_active = False
    account.user.set_unusable_password()
    account.user.save(update_fields=["is_active", "password"])


def _lock_accounts(schools):
    present = SchoolAccount.objects.present().filter(school__in=schools).select_related("user")
    accounts = list(present.select_for_update(of=("self",)))
    if any(account.user.is_staff for account in accounts):
        raise PermissionDenied("a new slip would take over the account of a colleague")
    return {account.school_id: account for account in accounts}


def _new_usernames(schools):
    """Yield each school's code, with a number appended when another account has that name."""
    taken = set(User.objects.values_list("username", flat=True))
    for school in schools:
        code = school.smis_code or school.code.lower()
        names = chain([code], (f"{code}-{number}" for number in count(2)))
        name = next(name for name in names if name not in taken)
        taken.add(name)
        yield name


def _new_account(school, username):
    user = User(username=username, first_name=f"ผอ.{school.full_name}"[:150])
    user.set_unusable_password()
    user.save()
    user.groups.add(Role.objects.get_or_create(name=DIRECTOR)[0])
    return SchoolAccount(school=school, user=user, since=timezone.localdate())


def _set_first_password(account, hashed):
    account.user.password, account.user.is_active = hashed, True
    account.user.save(update_fields=["password", "is_active"])
    require_new_password(account.user)
    account.slip_made_at = timezone.now()
    account.save()


def slips_html(slips: list[PasswordSlip], address: str, user) -> str:
    """Return the slips as HTML, a sheet for each network; a school is under its first network that `user` may see."""
    prefetch_related_objects([slip.school for slip in slips], prefetch_networks(timezone.localdate(), user))
    sheets = groupby(sorted(slips, key=_sheet_order), key=lambda slip: _first_network(slip.school))
    context = {
        "sheets": [
            (network.name if network else "ไม่อยู่ในเครือข่ายใด", list(slips)) for network, slips in sheets
        ],
        "address": address,
        "office": Office.objects.first(),
        "today": timezone.localdate(),
    }
    return render_to_string("networks/password_slips.html", context)


def slips_pdf(slips: list[PasswordSlip], address: str, user) -> bytes:
    from portal.pdf.rendering import pdf_of

    return pdf_of(slips_html(slips, address, user), "css/print-password-slips.css")


def _first_network(school):
    return school.network_seats[0].group if school.network_seats else None


def _sheet_order(slip):
    network = _first_network(slip.school)
    return network is None, network and (network.sort_key, network.pk), slip.school.sort_key, slip.school.pk
