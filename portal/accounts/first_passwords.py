"""First passwords, made by the office and to be changed by their owner before anything else."""

import os
import secrets
from concurrent.futures import ThreadPoolExecutor

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import models

# Small letters alone, so that a phone's keyboard stays as it is; none that is taken for another or for a digit.
LETTERS, LENGTH = "abcdefghjkmnprstuwxyz", 12


class FirstPassword(models.Model):
    """The mark of an account whose password was made by the office and is not yet changed."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="first_password"
    )

    class Meta:
        verbose_name = verbose_name_plural = "รหัสผ่านแรกที่ยังไม่ได้เปลี่ยน"
        default_permissions = ()

    def __str__(self):
        return str(self.user)


def require_new_password(user) -> None:
    """Have the owner of an account choose a new password at the next sign-in."""
    FirstPassword.objects.get_or_create(user=user)


def clear_first_password(user) -> None:
    """Note that the owner has chosen a password."""
    FirstPassword.objects.filter(user=user).delete()


def new_password() -> str:
    """Return a random password of more than 52 bits."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def hash_passwords(passwords: list[str]) -> list[str]:
    """Return the hashes of many passwords, made on all processors at once."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(make_password, passwords))
