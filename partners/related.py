"""What higher apps hang on organizations, reached through the reverse relations: partners may not import those apps."""

from partners.models import Organization


def projects():
    return _hung_on_organizations("projects")


def contributions():
    return _hung_on_organizations("contributions")


def participations():
    return _hung_on_organizations("participations")


def _hung_on_organizations(relation):
    return Organization._meta.get_field(relation).related_model.objects.all()
