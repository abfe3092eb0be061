"""The inline rows of a project's screen."""

from django import forms
from django.contrib import admin

from partners.admin.documents import file_link
from partners.admin.file_fields import EvidenceField
from partners.models import Document, DocumentKind
from portal.admin.forms import fieldset
from portal.admin.rows import RowInline
from projects.models import Activity, Contribution, Participation, Project, ProjectResult


class ContributionInline(RowInline):
    model = Contribution
    extra = 1
    named_through = ["giver", "recipient", "document"]
    autocomplete_fields = ["giver", "recipient", "document"]
    fieldsets = [
        fieldset(None, ("giver", "form", "amount", "what", "quantity", "unit", "document")),
        fieldset(
            "ผู้รับ การรับ และหมายเหตุ",
            ("receipt", "recipient", "recipient_words", "order"),
            "source_note",
            collapsed=True,
        ),
    ]


class ParticipationInline(RowInline):
    model = Participation
    extra = 1
    verbose_name_plural = "โรงเรียนและผู้เข้าร่วม"
    named_through = ["organization", "group", "subdistrict__district"]
    autocomplete_fields = ["organization", "group", "subdistrict"]
    fieldsets = [
        fieldset(
            None,
            ("audience", "organization", "group", "subdistrict", "affiliation", "words"),
            ("part", "pupils", "teachers", "people", "detail"),
        ),
        fieldset("ลำดับและหมายเหตุ", "order", "source_note", collapsed=True),
    ]


class ActivityInline(RowInline):
    model = Activity
    fields = [("name", "order")]


class ProjectResultInline(RowInline):
    model = ProjectResult
    fieldsets = [
        fieldset(None, ("what", "low", "high", "unit", "order")),
        fieldset("หมายเหตุ", "source_note", collapsed=True),
    ]


class EvidenceForm(forms.ModelForm):
    class Meta:
        labels = {"document": "เอกสาร"}


class DocumentInline(RowInline):
    """Rows of a project's documents, each with a link to its file."""

    model = Project.documents.through
    named_through = ["document"]
    readonly_fields = ["kept_file"]

    @admin.display(description="ไฟล์ที่เก็บไว้")
    def kept_file(self, row):
        return file_link(row.document) if row.pk else "ยังไม่มีไฟล์"


class EvidenceInline(DocumentInline):
    """A project's documents except photos, and the field for new files."""

    form = EvidenceForm
    template = "projects/admin/evidence.html"
    verbose_name = "เอกสารหลักฐาน"
    verbose_name_plural = "เอกสารหลักฐาน"
    autocomplete_fields = ["document"]
    fields = [("document", "kept_file")]

    class Media:
        js = ["js/drop-zone.js"]

    def get_queryset(self, request):
        return super().get_queryset(request).exclude(document__kind=DocumentKind.PHOTO)


class PhotoForm(forms.ModelForm):
    """A document of kind PHOTO, edited on the screen of its project."""

    title = forms.CharField(label="คำบรรยายภาพ", max_length=400)
    file = EvidenceField(label="ไฟล์ภาพ", only_photos=True)
    is_public = forms.BooleanField(label="เผยแพร่ได้", required=False)

    class Meta:
        model = Project.documents.through
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            photo = self.instance.document
            self.initial |= {"title": photo.title, "is_public": photo.is_public}
            self.fields["file"].required = False
            self.fields["file"].label = "เปลี่ยนไฟล์ภาพ"

    def save(self, commit=True):
        photo = self.instance.document if self.instance.pk else Document(kind=DocumentKind.PHOTO)
        photo.title, photo.is_public = self.cleaned_data["title"], self.cleaned_data["is_public"]
        photo.file = self.cleaned_data["file"] or photo.file
        photo.save()
        self.instance.document = photo
        return super().save(commit)


class PhotoInline(DocumentInline):
    form = PhotoForm
    verbose_name = "ภาพถ่าย"
    verbose_name_plural = "ภาพถ่าย"
    fields = [("kept_file", "title", "file", "is_public")]

    def get_queryset(self, request):
        return super().get_queryset(request).filter(document__kind=DocumentKind.PHOTO)


INLINES = [
    ContributionInline,
    ParticipationInline,
    EvidenceInline,
    PhotoInline,
    ActivityInline,
    ProjectResultInline,
]
