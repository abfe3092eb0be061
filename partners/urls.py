from django.urls import path

from partners import pages

urlpatterns = [
    path("partners/", pages.partner_list, name="partner-list"),
    path("agreements/", pages.agreement_list, name="agreement-list"),
]
