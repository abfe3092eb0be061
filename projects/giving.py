"""The form of a contribution, and whether it was received."""

from django.db import models


class GiftForm(models.TextChoices):
    """The form of a contribution."""

    CASH = "cash", "เงิน"
    THING = "thing", "สิ่งของ"
    PEOPLE = "people", "คน"


class Receipt(models.TextChoices):
    PLANNED = "planned", "ตั้งไว้"
    RECEIVED = "received", "ได้รับแล้ว"
