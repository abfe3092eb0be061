"""The boxes into which files are put: one that is refused is named, with what to do."""

from django import forms
from django.core.exceptions import ValidationError

from partners.uploads import SUFFIXES, checked
from portal.downloads import PHOTOS


class EvidenceField(forms.FileField):
    """One file that may be kept, or with `only_photos` one photo."""

    def __init__(self, *, only_photos=False, **kwargs):
        self.only_photos = only_photos
        kept = PHOTOS if only_photos else SUFFIXES
        super().__init__(widget=forms.FileInput({"accept": ",".join(kept)}), **kwargs)

    def to_python(self, data):
        if not data:
            return None
        evidence = checked(data)
        if self.only_photos and not evidence.is_photo:
            raise ValidationError(f"“{evidence.name}” ไม่ใช่ภาพถ่าย ให้ใช้ภาพ JPEG PNG หรือ WebP")
        return evidence


class FilesInput(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data, files, name):
        return files.getlist(name) or None


class FilesField(forms.FileField):
    """Several files at once; gives those that may be kept, and a sentence for each of the others."""

    def __init__(self, **kwargs):
        super().__init__(widget=FilesInput({"accept": ",".join(SUFFIXES), "multiple": True}), **kwargs)

    def clean(self, data, initial=None):
        kept, refused = [], []
        for upload in data or []:
            try:
                kept.append(checked(upload))
            except ValidationError as error:
                refused += error.messages
        return kept, refused
