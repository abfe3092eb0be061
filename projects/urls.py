from django.urls import path

from projects import views

urlpatterns = [
    path("projects/", views.project_list, name="project-list"),
    path("projects/<str:code>/", views.project_page, name="project"),
    path("contributions/", views.contribution_list, name="contribution-list"),
]
