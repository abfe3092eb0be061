from django.urls import path

from networks import views

urlpatterns = [
    path("networks/", views.network_list, name="network-list"),
    path("schools/", views.school_list, name="school-list"),
]
