"""First passwords: made by the office, easy to type, and changed by their owner before anything else."""

import os
import secrets
from concurrent.futures import ThreadPoolExecutor

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import models

# Small letters alone, so that a phone's keyboard stays as it is; none that is taken for another or for a digit.
LETTERS, LENGTH = "abcdefghjkmnprstuwxyz", 12


class FirstPassword(models.Model):
    """Stands beside an account whose password somebody else made, until its owner has chosen another."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="first_password"
    )

    class Meta:
        verbose_name = verbose_name_plural = "รหัสผ่านแรกที่ยังไม่ได้เปลี่ยน"
        default_permissions = ()

    def __str__(self):
        return str(self.user)


def require_new_password(user) -> None:
    """From now on the password of this account is one that somebody else made."""
    FirstPassword.objects.get_or_create(user=user)


def own_chosen(user) -> None:
    """The owner has chosen a password."""
    FirstPassword.objects.filter(user=user).delete()


def new_password() -> str:
    """A random password of more than 52 bits."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def hashes_of(passwords: list[str]) -> list[str]:
    """What is stored of many passwords; each takes as long as any, so all processors work at once."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(make_password, passwords))
