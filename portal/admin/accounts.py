"""The screen of the accounts and their roles."""

from django import forms
from django.contrib import admin
from django.contrib.auth import admin as auth_admin
from django.contrib.auth.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm
from django.contrib.auth.models import Group, User
from django.utils import timezone
from django.utils.html import format_html

from portal.accounts.first_passwords import require_new_password
from portal.admin.base import PortalAdmin
from portal.roles import DIRECTOR, ROLES
from portal.thai.dates import format_date

admin.site.unregister([Group, User])


class RoleField(forms.ModelMultipleChoiceField):
    """The roles as boxes to tick, each with its description."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, group):
        return f"{group.name} – {ROLES[group.name]}"


class RoleFilter(admin.SimpleListFilter):
    title = "บทบาท"
    parameter_name = "role"

    def lookups(self, request, model_admin):
        return [(role, role) for role in ROLES]

    def queryset(self, request, queryset):
        return queryset.filter(groups__name=self.value()) if self.value() else queryset


class NewPasswordForm(AdminPasswordChangeForm):
    """A form for the password of another account, without Django's choice to disable the password."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("usable_password", None)

    def save(self, commit=True):
        require_new_password(self.user)
        return super().save(commit)


@admin.register(User)
class UserAdmin(PortalAdmin, auth_admin.UserAdmin):
    """Accounts and their roles; the permissions of a role are those of portal/roles.py."""

    list_display = ["username", "full_name", "roles", "is_active", "last_seen"]
    list_filter = [RoleFilter, "is_active"]
    search_fields = ["username", "first_name", "last_name"]
    filter_horizontal = []
    readonly_fields = ["new_password"]
    form = UserChangeForm
    add_form = UserCreationForm
    add_form_template = None
    change_password_form = NewPasswordForm
    fieldsets = [
        (None, {"fields": ["username", "new_password", ("first_name", "last_name")]}),
        ("สิทธิ์", {"fields": ["groups", "is_active"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", "password1", "password2", ("first_name", "last_name")]}),
        ("สิทธิ์", {"fields": ["groups"]}),
    ]

    def get_queryset(self, request):
        """Return all accounts, superusers only to superusers."""
        users = super().get_queryset(request).prefetch_related("groups")
        return users if request.user.is_superuser else users.exclude(is_superuser=True)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "username":
            kwargs["help_text"] = "ตัวอักษรอังกฤษและตัวเลข เช่น somsri.r ใช้จุดและขีดได้ ไม่เว้นวรรค"
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "groups":
            roles = Group.objects.filter(name__in=ROLES).order_by("pk")
            return RoleField(roles, required=False, label="บทบาท")
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def save_related(self, request, form, formsets, change):
        """Make accounts with any role but the director's staff, and have a new one change its password."""
        super().save_related(request, form, formsets, change)
        user = form.instance
        user.is_staff = user.is_superuser or user.groups.exclude(name=DIRECTOR).exists()
        user.save(update_fields=["is_staff"])
        if not change:
            require_new_password(user)

    @admin.display(description="ชื่อและนามสกุล", ordering="first_name")
    def full_name(self, user):
        return user.get_full_name()

    @admin.display(description="บทบาท")
    def roles(self, user):
        return ", ".join(group.name for group in user.groups.all()) or None

    @admin.display(description="เข้าระบบล่าสุด", ordering="last_login")
    def last_seen(self, user):
        return format_date(timezone.localtime(user.last_login).date(), "short") if user.last_login else None

    @admin.display(description="รหัสผ่าน")
    def new_password(self, user):
        return format_html('<a class="button" href="{}">ตั้งรหัสผ่านใหม่</a>', "../password/")
