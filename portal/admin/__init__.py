"""The ground that every staff screen stands on."""

from portal.admin.accounts import UserAdmin
from portal.admin.base import OfficeAdmin, PlaceAdmin
from portal.admin.feedback import FeedbackAdmin
from portal.admin.imported_files import ImportAdmin

__all__ = ["FeedbackAdmin", "ImportAdmin", "OfficeAdmin", "PlaceAdmin", "UserAdmin"]
