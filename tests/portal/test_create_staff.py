"""The command that makes the first account."""

import re

import pytest
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def test_the_printed_password_opens_the_admin(client, capsys):
    """The first staff account can sign in to the admin with the password that was printed."""
    call_command("create_staff")
    password = re.search(r": (\S+)\n?$", capsys.readouterr().out).group(1)
    response = client.post("/admin/login/?next=/admin/", {"username": "staff", "password": password})
    assert response.url == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_a_second_run_prints_no_password(capsys, django_user_model):
    """Where a staff account exists nothing is created and no password is shown."""
    call_command("create_staff")
    capsys.readouterr()
    call_command("create_staff")
    assert "รหัสผ่าน (แสดง" not in capsys.readouterr().out
    assert django_user_model.objects.count() == 1
