"""The scan of an edition that was signed by hand: attached once, never changed, and read by staff."""

import hashlib
from pathlib import PurePath

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.shortcuts import get_object_or_404

from partners.uploads import check_upload
from portal.downloads import sandboxed_file
from reports.editions.signing import CHANGE
from reports.models import Edition, SignedScan
from reports.outputs.access import reads_internal


def may_attach(user) -> bool:
    return user.is_staff and user.has_perm(CHANGE)


class ScanForm(forms.Form):
    edition = forms.ModelChoiceField(
        Edition.objects.none(),
        label="ของฉบับ",
        empty_label=None,
        error_messages={
            "required": "เลือกฉบับที่สแกน",
            "invalid_choice": "ฉบับนี้แนบสแกนไว้แล้ว สแกนที่แนบแล้วเปลี่ยนไม่ได้",
        },
    )
    file = forms.FileField(
        label="ไฟล์สแกน (PDF หรือภาพ)", error_messages={"required": "เลือกไฟล์สแกนของฉบับที่ลงนามด้วยมือ"}
    )

    def __init__(self, *args, report, user, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.report, self.user = report, user
        self.fields["edition"].queryset = Edition.objects.filter(report=report, scan=None)
        self.fields["edition"].label_from_instance = lambda edition: f"ฉบับที่ {edition.number}"

    def clean_file(self):
        file = check_upload(self.cleaned_data["file"])
        if file.suffix != ".pdf" and not file.is_photo:
            raise ValidationError(f"“{file.name}” ไม่ใช่ PDF หรือภาพ ให้สแกนเป็น PDF หรือถ่ายภาพแล้วเลือกใหม่")
        return file

    def clean(self):
        if not may_attach(self.user):
            raise ValidationError("ท่านไม่มีสิทธิ์แนบสแกนของรายงานนี้")
        return super().clean()

    def save(self):
        edition, file = self.cleaned_data["edition"], self.cleaned_data["file"]
        file.seek(0)
        content = file.read()
        name = f"annual-report-{self.report.fiscal_year}-edition-{edition.number}-signed{file.suffix}"
        return SignedScan.objects.create(
            edition=edition,
            file=ContentFile(content, name=name),
            sha256=hashlib.sha256(content).hexdigest(),
            by=self.user,
        )


def scan_file(screen, request, object_id, number):
    """Serve the scan of an edition to readers of the internal report: it has a handwritten name."""
    if not reads_internal(request.user):
        raise PermissionDenied
    scan = get_object_or_404(SignedScan, edition__report=object_id, edition__number=number)
    return sandboxed_file(scan.file, PurePath(scan.file.name).name)
