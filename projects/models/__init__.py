from projects.giving import GiftForm, Receipt
from projects.models.contributions import Activity, Contribution, ProjectResult
from projects.models.participations import Audience, Part, Participation
from projects.models.projects import STAGES, Category, Project
