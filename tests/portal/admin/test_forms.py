"""The boxes for days and periods."""

from datetime import date

import pytest
from django import forms
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from partners.models import Document
from portal.admin.forms import PeriodForm
from portal.fields import CalendarInput, PeriodFormField, ThaiDateFormField

pytestmark = pytest.mark.django_db

MAY = (date(2014, 5, 1), date(2014, 5, 31))
days = st.dates(date(1857, 1, 1), date(2157, 12, 31))
box = PeriodFormField("ลงวันที่", "dated_first", "dated_last")


class PaperForm(PeriodForm):
    dated = PeriodFormField("ลงวันที่", "dated_first", "dated_last")

    class Meta:
        model = Document
        fields = ["kind", "title", "dated"]


def paper_form(dated, document=None):
    return PaperForm({"kind": "order", "title": "คำสั่ง", "dated": dated}, instance=document)


@given(st.tuples(days, days).map(sorted))
def test_what_a_box_shows_reads_back_as_the_same_days(period):
    """Saving a form without touching its box changes neither day."""
    stored = tuple(period)
    shown = box.prepare_value(stored)
    assert box.clean(shown) == stored
    assert not box.has_changed(stored, shown)


@given(days, st.sampled_from(["month", "year"]))
def test_a_whole_month_or_year_reads_back_as_the_same_days(day, whole):
    """A partial date keeps both of its days through the box."""
    first = day.replace(day=1) if whole == "month" else day.replace(month=1, day=1)
    shown = f"{first.month}/{first.year + 543}" if whole == "month" else f"{first.year + 543}"
    stored = box.clean(shown)
    assert stored[0] == first
    assert box.clean(box.prepare_value(stored)) == stored


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("22/8/2557", date(2014, 8, 22), date(2014, 8, 22)),
        ("๒๒ ส.ค. ๕๗", date(2014, 8, 22), date(2014, 8, 22)),
        ("พ.ค. 2557", *MAY),
        ("2551", date(2008, 1, 1), date(2008, 12, 31)),
        ("29-30 เม.ย. 2557", date(2014, 4, 29), date(2014, 4, 30)),
    ],
)
def test_a_record_gets_the_first_and_last_day(typed, first, last):
    """Whatever part of a date is known, the two columns hold its days."""
    form = paper_form(typed)
    assert form.is_valid()
    assert (form.instance.dated_first, form.instance.dated_last) == (first, last)


@pytest.mark.parametrize("nothing", ["", "  "])
def test_an_empty_box_empties_both_columns(nothing):
    """A date taken out of the box is taken out of the record."""
    form = paper_form(nothing, Document(dated_first=MAY[0], dated_last=MAY[1]))
    assert form.is_valid()
    assert (form.instance.dated_first, form.instance.dated_last) == (None, None)


def test_a_box_shows_the_stored_period():
    """A whole month stands in the box as a month."""
    form = PaperForm(instance=Document(dated_first=MAY[0], dated_last=MAY[1]))
    assert 'value="5/2557"' in str(form["dated"])


def test_a_first_day_alone_is_shown_as_that_day():
    """A record stored by other ways with a first day alone shows it."""
    form = PaperForm(instance=Document(dated_first=date(2014, 8, 22)))
    assert 'value="22/8/2557"' in str(form["dated"])


@pytest.mark.parametrize(("typed", "changed"), [("พ.ค. 2557", []), ("5/2557", []), ("1/5/2557", ["dated"])])
def test_a_box_has_changed_when_its_days_have(typed, changed):
    """The same period in other words is no change; a part of it is."""
    form = paper_form(typed, Document(kind="order", title="คำสั่ง", dated_first=MAY[0], dated_last=MAY[1]))
    assert form.changed_data == changed


@pytest.mark.parametrize("typed", ["31/2/2557", "22/8/57x", "30-29 เมษายน 2557"])
def test_an_unreadable_box_is_refused_and_keeps_what_was_typed(typed):
    """The sentence stands beside the box, once, and the text is still in it."""
    form = paper_form(typed, Document(dated_first=MAY[0], dated_last=MAY[1]))
    assert list(form.errors) == ["dated"]
    assert len(form.errors["dated"]) == 1
    assert f'value="{typed}"' in str(form["dated"])
    assert form.changed_data == ["kind", "title", "dated"]


@pytest.mark.parametrize("column", ["dated_first", "dated_last"])
def test_what_the_record_says_of_a_column_stands_beside_the_box(column):
    """A form has no boxes for the columns, so their refusals go to the one there is."""

    class StrictForm(PaperForm):
        class Meta(PaperForm.Meta):
            pass

        def clean(self):
            super().clean()
            raise ValidationError({column: "ไม่ใช่วันนี้", "title": "ไม่ใช่ชื่อนี้"})

    form = StrictForm({"kind": "order", "title": "คำสั่ง", "dated": "2551"})
    assert form.errors == {"dated": ["ไม่ใช่วันนี้"], "title": ["ไม่ใช่ชื่อนี้"]}


@pytest.mark.parametrize(("typed", "changed"), [("22 ส.ค. 57", False), ("23/8/2557", True), ("x", True)])
def test_a_day_has_changed_when_it_is_another(typed, changed):
    """The same day in other words is no change."""
    assert ThaiDateFormField().has_changed(date(2014, 8, 22), typed) is changed


def test_a_calendar_loads_its_parts_in_order():
    """core.js comes first: loaded after ours it would write years of ค.ศ. again."""
    scripts = CalendarInput().media._js
    assert scripts[0] == "admin/js/core.js"
    assert scripts[-1] == "js/thai-calendar.js"


def test_a_box_says_what_can_be_typed():
    """The ways to type a partial date stand under its box, the calendar beside it."""
    assert isinstance(box.widget, forms.DateInput)
    assert box.widget.attrs["class"] == "vDateField"
    assert "29-30 เม.ย. 2557" in box.help_text
