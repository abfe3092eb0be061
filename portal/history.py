"""The history of records, and the writing of many records with theirs."""

from django.db import models
from django.db.models.signals import post_delete, post_save, pre_delete
from django.utils import timezone
from simple_history.models import HistoricalRecords
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

BATCH = 500
BY_FORM, BY_COMMAND = "หน้าบันทึก", "คำสั่ง"


class History(HistoricalRecords):
    """The history of a model and its proxies; all entries of one request have the same moment."""

    def __init__(self, **options):
        super().__init__(history_change_reason_field=models.TextField(null=True), **options)

    def finalize(self, sender, **kwargs):
        super().finalize(sender, **kwargs)
        if sender._meta.proxy and sender._meta.concrete_model is self.cls:
            sender._meta.simple_history_manager_attribute = self.manager_name
            post_save.connect(self.post_save, sender=sender, weak=False)
            pre_delete.connect(self.pre_delete, sender=sender, weak=False)
            post_delete.connect(self.post_delete, sender=sender, weak=False)

    def get_meta_options(self, model):
        """Return options without permissions: a user who may view a record may view its history."""
        name = f"ประวัติ{model._meta.verbose_name}"
        named = {"verbose_name": name, "verbose_name_plural": name, "default_permissions": ()}
        return super().get_meta_options(model) | named

    def get_meta_options_m2m(self, through_model):
        return super().get_meta_options_m2m(through_model) | {"default_permissions": ()}

    def create_historical_record(self, instance, history_type, using=None):
        instance._history_date = moment()
        super().create_historical_record(instance, history_type, using)
        del instance._history_date

    def get_change_reason_for_object(self, instance, history_type, using):
        return super().get_change_reason_for_object(instance, history_type, using) or default_reason()


def create_with_history(records, *, user, reason=""):
    """Store new records of one model at once and return them; `reason` defaults to the form or command at work."""
    records = list(records)
    if not records:
        return records
    return bulk_create_with_history(records, type(records[0]), **_history_options(user, reason))


def update_with_history(records, fields, *, user, reason=""):
    """Store these fields of many records of one model at once, with the stored keys made from them."""
    records = list(records)
    if not records:
        return
    model, fields = type(records[0]), set(fields)
    if hasattr(model, "set_keys"):
        fields |= _set_keys(records)
    for stamp in (field for field in model._meta.concrete_fields if getattr(field, "auto_now", False)):
        fields.add(stamp.name)
        for record in records:
            stamp.pre_save(record, add=False)
    bulk_update_with_history(records, model, sorted(fields), **_history_options(user, reason))


def _set_keys(records):
    """Set the stored keys and return their names if any changed: to write equal ones doubles the time."""
    before = [(record.sort_key, record.search_key) for record in records]
    for record in records:
        record.set_keys()
    after = [(record.sort_key, record.search_key) for record in records]
    return {"sort_key", "search_key"} if before != after else set()


def moment():
    """Return the moment of all changes of the current request; without a request, now."""
    request = _request()
    if request is None:
        return timezone.now()
    return vars(request).setdefault("changed_at", timezone.now())


def default_reason():
    return BY_COMMAND if _request() is None else BY_FORM


def _request():
    return getattr(HistoricalRecords.context, "request", None)


def _history_options(user, reason):
    return {
        "batch_size": BATCH,
        "default_user": user,
        "default_change_reason": reason or default_reason(),
        "default_date": moment(),
    }
