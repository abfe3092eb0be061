"""The screens of organizations, documents and agreements."""

from partners.admin.agreements import AgreementAdmin
from partners.admin.documents import DocumentAdmin
from partners.admin.organizations import OrganizationAdmin, PeopleInline
