from django.urls import path

from networks import views

urlpatterns = [
    path("networks/", views.network_list, name="network-list"),
    path("networks/<str:code>/", views.network_page, name="network"),
    path("schools/", views.school_list, name="school-list"),
    path("schools/<str:code>/", views.school_page, name="school"),
]
