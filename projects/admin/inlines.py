"""The rows of a project's screen: what was given, who took part, what was done, what proves it."""

from django import forms

from partners.models import Document, DocumentKind
from portal.rows import RowInline
from projects.models import Activity, Contribution, Participation, Project, ProjectResult


class FirstRow(RowInline):
    """Rows of which a new record shows one, ready to fill in."""

    def get_extra(self, request, obj=None, **kwargs):
        return 0 if obj else 1


class ContributionInline(FirstRow):
    model = Contribution
    named_through = ["giver", "recipient", "document"]
    autocomplete_fields = ["giver", "recipient", "document"]
    fieldsets = [
        (
            None,
            {
                "fields": [("giver", "form", "amount", "what", "quantity", "unit", "document")],
            },
        ),
        (
            "ผู้รับ การรับ และหมายเหตุ",
            {
                "classes": ["collapse"],
                "fields": [("receipt", "recipient", "recipient_words", "order"), "source_note"],
            },
        ),
    ]


class ParticipationInline(FirstRow):
    model = Participation
    verbose_name_plural = "โรงเรียนและผู้เข้าร่วม"
    named_through = ["organization", "group", "subdistrict__district"]
    autocomplete_fields = ["organization", "group", "subdistrict"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("audience", "organization", "group", "subdistrict", "affiliation", "words"),
                    ("part", "pupils", "teachers", "people", "detail"),
                ]
            },
        ),
        ("ลำดับและหมายเหตุ", {"classes": ["collapse"], "fields": ["order", "source_note"]}),
    ]


class ActivityInline(RowInline):
    model = Activity
    fields = [("name", "order")]


class ProjectResultInline(RowInline):
    model = ProjectResult
    fieldsets = [
        (None, {"fields": [("what", "low", "high", "unit", "order")]}),
        ("หมายเหตุ", {"classes": ["collapse"], "fields": ["source_note"]}),
    ]


class EvidenceForm(forms.ModelForm):
    class Meta:
        labels = {"document": "เอกสาร"}


class EvidenceInline(RowInline):
    """The papers that prove a project; photos have rows of their own."""

    model = Project.documents.through
    form = EvidenceForm
    verbose_name = "เอกสารหลักฐาน"
    verbose_name_plural = "เอกสารหลักฐาน"
    autocomplete_fields = ["document"]
    named_through = ["document"]

    def get_queryset(self, request):
        return super().get_queryset(request).exclude(document__kind=DocumentKind.PHOTO)


class PhotoForm(forms.ModelForm):
    """A photo of a project: a document of that kind, entered on the project's own screen."""

    title = forms.CharField(label="คำบรรยายภาพ", max_length=400)
    file = forms.ImageField(label="ไฟล์ภาพ", widget=forms.FileInput(attrs={"accept": "image/*"}))
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
            self.fields["file"].help_text = f"มีภาพ {photo.file_name} แล้ว เลือกใหม่เมื่อต้องการเปลี่ยน"

    def save(self, commit=True):
        photo = self.instance.document if self.instance.pk else Document(kind=DocumentKind.PHOTO)
        photo.title, photo.is_public = self.cleaned_data["title"], self.cleaned_data["is_public"]
        photo.file = self.cleaned_data["file"] or photo.file
        photo.save()
        self.instance.document = photo
        return super().save(commit)


class PhotoInline(RowInline):
    model = Project.documents.through
    form = PhotoForm
    verbose_name = "ภาพถ่าย"
    verbose_name_plural = "ภาพถ่าย"
    fields = [("title", "file", "is_public")]
    named_through = ["document"]

    def get_queryset(self, request):
        return super().get_queryset(request).filter(document__kind=DocumentKind.PHOTO)
