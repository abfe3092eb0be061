"""Categories are found by their names as other records are."""

from django.db import migrations, models

from portal.thai.keys import search_key, sort_key


def fill(apps, schema_editor):
    for model in ("Category", "HistoricalCategory"):
        for category in apps.get_model("projects", model).objects.all():
            category.sort_key, category.search_key = sort_key(category.name), search_key(category.name)
            category.save(update_fields=["sort_key", "search_key"])


class Migration(migrations.Migration):
    dependencies = [("projects", "0005_letters_of_one_sound")]

    operations = [
        migrations.AddField(
            "category",
            "sort_key",
            models.CharField(db_index=True, default="", editable=False, max_length=400),
            preserve_default=False,
        ),
        migrations.AddField(
            "category", "search_key", models.TextField(default="", editable=False), preserve_default=False
        ),
        migrations.AddField(
            "historicalcategory",
            "sort_key",
            models.CharField(db_index=True, default="", editable=False, max_length=400),
            preserve_default=False,
        ),
        migrations.AddField(
            "historicalcategory",
            "search_key",
            models.TextField(default="", editable=False),
            preserve_default=False,
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=False),
    ]
