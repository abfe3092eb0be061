"""What every page knows: the office whose portal it is."""

from portal.models import Office


def office(request):
    return {"office": Office.objects.first()}
