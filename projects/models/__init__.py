from projects.models.contributions import Contribution, Form, Receipt
from projects.models.participations import Audience, Part, Participation
from projects.models.projects import STAGES, Activity, Category, Project, ProjectResult

__all__ = [
    "STAGES",
    "Activity",
    "Audience",
    "Category",
    "Contribution",
    "Form",
    "Part",
    "Participation",
    "Project",
    "ProjectResult",
    "Receipt",
]
