"""The forms to report a mistake on a page or a forgotten password."""

from django import forms
from django.core.cache import cache
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from portal.accounts.feedback import Feedback, Matter

LIMIT, HOUR = 10, 60 * 60
TOO_MANY = "หนึ่งชั่วโมงที่ผ่านมามีการแจ้งจากท่านหลายเรื่องแล้ว ข้อความนี้จึงยังไม่ได้ส่ง โปรดส่งใหม่ภายหลัง หรือโทรหาสำนักงาน"


class FeedbackForm(forms.ModelForm):
    """A message; `website` is a trap that people do not see."""

    website = forms.CharField(
        label="เว้นช่องนี้ว่างไว้",
        required=False,
        widget=forms.TextInput({"tabindex": "-1", "autocomplete": "off"}),
    )

    class Meta:
        model = Feedback
        fields = ["wrong", "right", "name", "phone", "page"]
        widgets = {
            "page": forms.HiddenInput,
            "wrong": forms.Textarea({"rows": 4}),
            "right": forms.Textarea({"rows": 3}),
            "name": forms.TextInput({"autocomplete": "name"}),
            "phone": forms.TextInput({"autocomplete": "tel", "inputmode": "tel"}),
        }

    def clean_page(self):
        return local_page(self.cleaned_data["page"])


class ForgottenForm(FeedbackForm):
    """A request for a new password; the account is described in words, since its name may be forgotten too."""

    class Meta(FeedbackForm.Meta):
        fields = ["wrong", "phone"]
        labels = {"wrong": "ชื่อผู้ใช้ หรือชื่อโรงเรียนและชื่อของท่าน"}
        widgets = FeedbackForm.Meta.widgets | {"wrong": forms.TextInput({"autocomplete": "username"})}


def feedback(request):
    """Take a message about a mistake on a page."""
    page = local_page(request.GET.get("page", ""))
    form = FeedbackForm(request.POST or None, initial={"page": page})
    if request.user.is_authenticated:
        del form.fields["name"]
    sent = f"{reverse('feedback')}?{urlencode({'page': page})}&sent=1"
    return _take_message(request, form, Matter.WRONG, "portal/feedback.html", sent)


def forgotten(request):
    """Take a request for a new password, with the same answer whether the account exists or not."""
    form = ForgottenForm(request.POST or None)
    sent = f"{reverse('forgotten')}?sent=1"
    return _take_message(request, form, Matter.PASSWORD, "portal/accounts/forgotten.html", sent)


def local_page(page):
    """Return the path if it is one of this portal, else an empty text."""
    is_local = page.startswith("/") and url_has_allowed_host_and_scheme(page, allowed_hosts=None)
    return page if is_local and len(page) <= Feedback._meta.get_field("page").max_length else ""


def _take_message(request, form, matter, template, sent):
    if not form.is_valid():
        return render(request, template, {"form": form, "page": form.initial.get("page")})
    if _is_too_many(request):
        form.add_error(None, TOO_MANY)
        return render(request, template, {"form": form, "page": form.cleaned_data.get("page")}, status=429)
    if not form.cleaned_data["website"]:
        form.instance.matter = matter
        form.instance.sender = request.user if request.user.is_authenticated else None
        form.save()
    return redirect(sent)


def _is_too_many(request):
    """Count a message, and return whether the sender has sent ten within an hour; the address is not stored."""
    sender = f"{request.user.pk} {request.META['REMOTE_ADDR']}"
    key = f"feedback-{salted_hmac('portal.feedback', sender).hexdigest()}"
    cache.add(key, 0, HOUR)
    return cache.incr(key) > LIMIT
