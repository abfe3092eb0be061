"""The ground that every staff screen stands on."""

from portal.admin.accounts import UserAdmin
from portal.admin.base import OfficeAdmin, PlaceAdmin
from portal.admin.feedback import FeedbackAdmin

__all__ = ["FeedbackAdmin", "OfficeAdmin", "PlaceAdmin", "UserAdmin"]
