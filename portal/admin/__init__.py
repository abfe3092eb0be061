"""The base classes of the staff screens, and the screens of the portal's own records."""

from portal.admin.accounts import UserAdmin
from portal.admin.base import OfficeAdmin, PlaceAdmin
from portal.admin.feedback import FeedbackAdmin
from portal.admin.imported_files import ImportAdmin

__all__ = ["FeedbackAdmin", "ImportAdmin", "OfficeAdmin", "PlaceAdmin", "UserAdmin"]
