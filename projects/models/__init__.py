from projects.models.contributions import Contribution
from projects.models.details import Activity, ProjectResult
from projects.models.giving import GiftForm, Receipt
from projects.models.participations import Audience, Part, Participation
from projects.models.projects import STAGES, Category, Project
