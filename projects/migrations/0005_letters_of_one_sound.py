"""The stored keys of names with letters of one sound made one, as they are made from now on."""

from django.db import migrations

from portal.thai.keys import one_sound

KEYED = [
    ("portal", "Province"),
    ("portal", "District"),
    ("portal", "Subdistrict"),
    ("partners", "Organization"),
    ("partners", "Document"),
    ("partners", "Agreement"),
    ("networks", "Group"),
    ("projects", "Project"),
]


def fold(apps, schema_editor):
    for label in KEYED:
        model = apps.get_model(*label)
        changed = []
        for record in model.objects.order_by().only("search_key").iterator():
            key = one_sound(record.search_key)
            if key != record.search_key:
                record.search_key = key
                changed.append(record)
        model.objects.bulk_update(changed, ["search_key"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0002_history"),
        ("partners", "0006_picture_of_a_document"),
        ("networks", "0004_names_of_parents"),
        ("projects", "0004_names_of_parents"),
    ]

    operations = [migrations.RunPython(fold, migrations.RunPython.noop)]
