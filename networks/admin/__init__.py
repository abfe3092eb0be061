"""The screens of schools, kinds of group, groups and their years."""

from networks.admin.groups import GroupAdmin, GroupYearAdmin
from networks.admin.kinds import GroupKindAdmin, LearningStrandAdmin
from networks.admin.schools import SchoolAdmin
