from django.urls import path

from projects import contribution_pages, project_pages, views

urlpatterns = [
    path("projects/", views.project_list, name="project-list"),
    path("projects/<str:code>/", project_pages.project_page, name="project"),
    path("contributions/", contribution_pages.contribution_list, name="contribution-list"),
]
