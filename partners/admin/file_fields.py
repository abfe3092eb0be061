"""Form fields for evidence files; errors name the refused file and a remedy."""

from django import forms
from django.core.exceptions import ValidationError

from partners.uploads import SUFFIXES, check_upload
from portal.downloads import PHOTOS


class EvidenceField(forms.FileField):
    """One evidence file, or with `only_photos` one photo."""

    def __init__(self, *, only_photos=False, **kwargs):
        self.only_photos = only_photos
        suffixes = PHOTOS if only_photos else SUFFIXES
        super().__init__(widget=forms.FileInput({"accept": ",".join(suffixes)}), **kwargs)

    def to_python(self, data):
        if not data:
            return None
        evidence = check_upload(data)
        if self.only_photos and not evidence.is_photo:
            raise ValidationError(f"“{evidence.name}” ไม่ใช่ภาพถ่าย ให้ใช้ภาพ JPEG PNG หรือ WebP")
        return evidence


class FilesInput(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data, files, name):
        return files.getlist(name) or None


class FilesField(forms.FileField):
    """Several files, cleaned to a list of accepted files and a list of messages about refused ones."""

    def __init__(self, **kwargs):
        super().__init__(widget=FilesInput({"accept": ",".join(SUFFIXES), "multiple": True}), **kwargs)

    def clean(self, data, initial=None):
        accepted, messages = [], []
        for upload in data or []:
            try:
                accepted.append(check_upload(upload))
            except ValidationError as error:
                messages += error.messages
        return accepted, messages
