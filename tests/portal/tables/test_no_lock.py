"""While a file is checked others go on writing."""

import threading

import pytest
from django.db import connection

from networks.imports import SchoolImport
from partners.models import Organization
from portal.tables.checking import EVERY, Check
from portal.tables.reading import read_table
from tests.factories import make_organization

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database]


def test_others_write_while_a_file_is_checked(staff):
    """A colleague's record is stored between the first and the last row, and the check opens no transaction."""
    text = "ชื่อเฉพาะ\n" + "".join(f"ทดลองที่ {n}\n" for n in range(2 * EVERY))
    running = Check(SchoolImport(staff), read_table("a.csv", text.encode()), {}).run()
    assert next(running) == EVERY
    assert not connection.in_atomic_block

    def colleague():
        make_organization(name="ควนขนุน")
        connection.close()

    writing = threading.Thread(target=colleague)
    writing.start()
    writing.join(timeout=20)
    assert Organization.objects.filter(name="ควนขนุน").exists()
    assert next(running) == 2 * EVERY
