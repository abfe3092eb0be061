from django.urls import path

from reports.public.networks.group_list import network_list
from reports.public.networks.group_page import network_page, network_roster, network_roster_xlsx
from reports.public.networks.school_list import school_list
from reports.public.networks.school_page import school_page

urlpatterns = [
    path("networks/", network_list, name="network-list"),
    path("networks/<str:code>/", network_page, name="network"),
    path("networks/<str:code>/roster/", network_roster, name="network-roster"),
    path("networks/<str:code>/roster.xlsx", network_roster_xlsx, name="network-roster-xlsx"),
    path("schools/", school_list, name="school-list"),
    path("schools/<str:code>/", school_page, name="school"),
]
