"""A first entry for each record that stood before its history began, so that this state too can be brought back."""

from django.db import migrations
from django.utils import timezone

REASON = "สถานะเมื่อเริ่มเก็บประวัติ"


def begin(apps, schema_editor):
    now = timezone.now()
    for history in list(apps.get_models()):
        fields = {field.name for field in history._meta.fields}
        if "history_type" in fields:
            model = apps.get_model(history._meta.app_label, history.__name__.removeprefix("Historical"))
            _begin_of(apps, model, history, now)


def _begin_of(apps, model, history, now):
    standing = model._base_manager.exclude(pk__in=history._base_manager.values("id"))
    copied = [field.attname for field in model._meta.concrete_fields]
    entries = []
    for record in standing:
        values = {name: getattr(record, name) for name in copied}
        signed = {"history_type": "+", "history_date": now, "history_change_reason": REASON}
        entries.append(history(**values, **signed))
    history._base_manager.bulk_create(entries, batch_size=500)
    if entries:
        for tie in model._meta.many_to_many:
            _begin_ties(apps, tie, history, now)


def _begin_ties(apps, tie, history, now):
    """What the records are tied to by then, beside their first entries."""
    through = tie.remote_field.through
    ties = apps.get_model(history._meta.app_label, f"Historical{through.__name__}")
    one, other = tie.m2m_column_name(), tie.m2m_reverse_name()
    entries = history._base_manager.filter(history_date=now, history_change_reason=REASON)
    numbers = dict(entries.values_list("id", "history_id"))
    rows = through._base_manager.filter(**{f"{one}__in": entries.values("id")}).values("id", one, other)
    ties._base_manager.bulk_create(
        [ties(history_id=numbers[row[one]], **row) for row in rows], batch_size=500
    )


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0002_history"),
        ("partners", "0006_picture_of_a_document"),
        ("networks", "0004_names_of_parents"),
        ("projects", "0005_letters_of_one_sound"),
        ("reports", "0003_names_of_parents"),
    ]

    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
