"""What is typed to move a report on: the password once more, or a reason."""

from django import forms
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError


class PasswordForm(forms.Form):
    """The password once more, by which whoever sits here is known to be whoever is signed in."""

    password = forms.CharField(
        label="รหัสผ่านของท่าน",
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        strip=False,
        error_messages={"required": "พิมพ์รหัสผ่านของท่านอีกครั้งเพื่อยืนยัน"},
    )

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.request = request

    def clean_password(self):
        """Wrong tries count as those at the door do, and shut it alike."""
        password = self.cleaned_data["password"]
        user = authenticate(self.request, username=self.request.user.get_username(), password=password)
        if user != self.request.user:
            raise ValidationError("รหัสผ่านไม่ถูกต้อง ยังไม่ได้บันทึกอะไร ให้พิมพ์ใหม่อีกครั้ง")
        return password


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="เหตุผล",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "พิมพ์เหตุผล",
            "max_length": "เหตุผลยาวเกิน 2,000 ตัวอักษร ให้ย่อให้สั้นลง",
        },
    )

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
