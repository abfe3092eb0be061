"""In what form something is given, and whether it has come."""

from django.db import models


class GiftForm(models.TextChoices):
    """What was given."""

    CASH = "cash", "เงิน"
    THING = "thing", "สิ่งของ"
    PEOPLE = "people", "คน"


class Receipt(models.TextChoices):
    PLANNED = "planned", "ตั้งไว้"
    RECEIVED = "received", "ได้รับแล้ว"
