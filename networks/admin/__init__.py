"""The screens of schools, kinds of group, groups and what they did each year."""

from networks.admin.groups import GroupAdmin, GroupYearAdmin
from networks.admin.kinds import GroupKindAdmin, LearningStrandAdmin
from networks.admin.schools import SchoolAdmin

__all__ = ["GroupAdmin", "GroupKindAdmin", "GroupYearAdmin", "LearningStrandAdmin", "SchoolAdmin"]
