from partners.models.agreements import SOON, Agreement, AgreementEnd, AgreementParty, AgreementState
from partners.models.documents import Document, DocumentKind
from partners.models.kinds import Affiliation, OrganizationKind
from partners.models.organizations import Contact, FormerName, Organization
