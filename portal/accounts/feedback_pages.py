"""The pages on which anybody tells the office something: what is wrong on a page, or that a password is forgotten."""

from django import forms
from django.core.cache import cache
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from portal.accounts.feedback import Feedback, Matter

LIMIT, HOUR = 10, 60 * 60
TOO_MANY = "หนึ่งชั่วโมงที่ผ่านมามีการแจ้งจากท่านหลายเรื่องแล้ว ข้อความนี้จึงยังไม่ได้ส่ง โปรดส่งใหม่ภายหลัง หรือโทรหาสำนักงาน"


class TellForm(forms.ModelForm):
    """What is told; a box that people do not see is filled by machines alone."""

    website = forms.CharField(label="เว้นช่องนี้ว่างไว้", required=False)

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

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["website"].widget.attrs = {"tabindex": "-1", "autocomplete": "off"}

    def clean_page(self):
        return local_page(self.cleaned_data["page"])


class ForgottenForm(TellForm):
    """Who asks for a new password, in words: whoever forgot the one may not know the account's name either."""

    class Meta(TellForm.Meta):
        fields = ["wrong", "phone"]
        labels = {"wrong": "ชื่อผู้ใช้ หรือชื่อโรงเรียนและชื่อของท่าน"}
        widgets = TellForm.Meta.widgets | {"wrong": forms.TextInput({"autocomplete": "username"})}


def feedback(request):
    """Something on a page is wrong."""
    page = local_page(request.GET.get("page", ""))
    form = TellForm(request.POST or None, initial={"page": page})
    if request.user.is_authenticated:
        del form.fields["name"]
    return _told(
        request,
        form,
        Matter.WRONG,
        "portal/feedback.html",
        f"{reverse('feedback')}?{urlencode({'page': page})}&sent=1",
    )


def forgotten(request):
    """The answer is the same whether the account exists or not."""
    form = ForgottenForm(request.POST or None)
    return _told(
        request, form, Matter.PASSWORD, "portal/accounts/forgotten.html", f"{reverse('forgotten')}?sent=1"
    )


def local_page(page):
    """The path of a page of this portal, or nothing."""
    is_local = page.startswith("/") and url_has_allowed_host_and_scheme(page, allowed_hosts=None)
    return page if is_local and len(page) <= Feedback._meta.get_field("page").max_length else ""


def _told(request, form, matter, template, thanks):
    if not form.is_valid():
        return render(request, template, {"form": form, "page": form.initial.get("page")})
    if _too_many(request):
        form.add_error(None, TOO_MANY)
        return render(request, template, {"form": form, "page": form.cleaned_data.get("page")}, status=429)
    if not form.cleaned_data["website"]:
        form.instance.matter = matter
        form.instance.sender = request.user if request.user.is_authenticated else None
        form.save()
    return redirect(thanks)


def _too_many(request):
    """Counts by the account, or by what stands for the address for an hour; the address itself is not kept."""
    asker = f"{request.user.pk} {request.META['REMOTE_ADDR']}"
    key = f"feedback-{salted_hmac('portal.feedback', asker).hexdigest()}"
    cache.add(key, 0, HOUR)
    return cache.incr(key) > LIMIT
