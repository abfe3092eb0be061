from django.urls import path

from reports.public.projects import contributions, project_list, project_page

urlpatterns = [
    path("projects/", project_list.project_list, name="project-list"),
    path("projects/<str:code>/", project_page.project_page, name="project"),
    path("contributions/", contributions.contribution_list, name="contribution-list"),
]
