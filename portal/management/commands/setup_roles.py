from django.contrib.auth.models import Group, Permission
from django.core.management.base import BaseCommand
from django.db import transaction

from portal.roles import ROLES, permissions_of


class Command(BaseCommand):
    help = "Make the groups of portal/roles.py, with the permissions of its table and no others."

    @transaction.atomic
    def handle(self, **options):
        permissions = {
            f"{permission.content_type.app_label}.{permission.codename}": permission
            for permission in Permission.objects.select_related("content_type")
        }
        for role in ROLES:
            group, is_new = Group.objects.get_or_create(name=role)
            had = set(group.permissions.all())
            wanted = {permissions[name] for name in permissions_of(role)}
            group.permissions.set(wanted)
            added, removed = len(wanted - had), len(had - wanted)
            if is_new:
                outcome = f"สร้างแล้ว มีสิทธิ์ {added} ข้อ"
            elif added or removed:
                outcome = f"เพิ่มสิทธิ์ {added} ข้อ ถอนสิทธิ์ {removed} ข้อ"
            else:
                outcome = "ถูกต้องอยู่แล้ว"
            self.stdout.write(f"บทบาท{role}: {outcome}")
