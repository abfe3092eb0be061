from networks.models.groups import Group, GroupResult, GroupYear, Meeting
from networks.models.kinds import Formality, GroupKind, KindDuty, KindYear, LearningStrand, Scope
from networks.models.memberships import Membership, Position
from networks.models.schools import School, SchoolAccount, SchoolYear
