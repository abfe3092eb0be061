import secrets

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Create the first staff account and print its password, once."

    def handle(self, **options):
        users = get_user_model().objects
        if users.filter(is_staff=True).exists():
            self.stdout.write("มีบัญชีเจ้าหน้าที่แล้ว (ลืมรหัสผ่าน: manage.py changepassword ชื่อบัญชี)")
            return
        password = secrets.token_urlsafe(12)
        users.create_superuser("staff", password=password)
        self.stdout.write(f"บัญชีเจ้าหน้าที่: staff\nรหัสผ่าน (แสดงครั้งเดียว จดไว้): {password}")
