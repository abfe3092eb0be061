"""The screens of organizations, documents and agreements."""

from partners.admin.agreements import AgreementAdmin
from partners.admin.documents import DocumentAdmin
from partners.admin.organizations import OrganizationAdmin
from partners.admin.people import people_hidden

__all__ = ["AgreementAdmin", "DocumentAdmin", "OrganizationAdmin", "people_hidden"]
