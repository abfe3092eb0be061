"""The page that verifies the code printed on a report."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from reports.editions.verification_code import read_code
from reports.models import Edition


@require_safe
def check_page(request, code=None):
    """Show the edition of a code in the address or in ?code=; an unknown code in the address gives 404."""
    typed = request.GET.get("code", "").replace("\0", "").strip()[:40] if code is None else code[:40]
    found = Edition.objects.select_related("report").filter(code=read_code(typed))
    edition = found.first() if typed else None
    context = {"typed": typed, "edition": edition}
    if edition:
        context["newest"] = edition.report.editions.first()
        context["copies"] = edition.copies.with_print_job().without_contents()
    return render(
        request,
        "reports/public/years/verification.html",
        context,
        status=404 if code and not edition else 200,
    )
