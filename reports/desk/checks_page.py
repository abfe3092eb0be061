"""The admin's page of what is still to be mended in a year, and on which a warning is let stand with a reason."""

from dataclasses import dataclass
from itertools import groupby

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone

from portal.admin.conflicts import moment_words, name_of
from reports.checks import Finding
from reports.editions.readiness import readiness_of
from reports.models import Acknowledgement, ReportState
from reports.report import report_of

LONGEST_REASON = 500
DEEDS = {"+": "รับทราบ", "-": "ยกเลิกการรับทราบ", "~": "แก้ไขการรับทราบ"}


def own_name(rule: str) -> str:
    """The box of a rule's own reason in the form."""
    return f"reason-{rule}"


def too_long(what):
    return {"max_length": f"{what}ยาวเกินไป ให้ย่อเหลือไม่เกิน {LONGEST_REASON} ตัวอักษร"}


@dataclass(frozen=True)
class Rule:
    """The findings of one rule: what is left, and what was let stand; the box of its own reason, if it has one."""

    name: str
    findings: tuple[Finding, ...]
    acknowledged: tuple[tuple[Finding, Acknowledgement], ...]
    own: forms.BoundField | None

    @property
    def is_blocker(self):
        return any(finding.is_blocker for finding in self.findings)


class ReasonForm(forms.Form):
    """Which warnings are let stand, and why: a rule's own reason goes before the one for all."""

    finding = forms.MultipleChoiceField(
        error_messages={
            "required": "เลือกข้อสังเกตอย่างน้อยหนึ่งข้อ",
            "invalid_choice": "ข้อสังเกตบางข้อเปลี่ยนไปแล้ว ให้ตรวจรายการแล้วเลือกใหม่",
        }
    )
    reason = forms.CharField(required=False, max_length=LONGEST_REASON, error_messages=too_long("เหตุผล"))

    def __init__(self, *args, warnings, **kwargs):
        super().__init__(*args, **kwargs)
        self.warnings = {finding.key: finding for finding in warnings}
        self.asked = self.data.getlist("finding")
        self.fields["finding"].choices = [(key, key) for key in self.warnings]
        for rule in {finding.rule for finding in warnings}:
            self.fields[own_name(rule)] = forms.CharField(
                required=False, max_length=LONGEST_REASON, error_messages=too_long(f"เหตุผลของข้อ “{rule}” ")
            )

    def own_of(self, rule):
        """The box of a rule's own reason; there is none where no warning is left."""
        return self[own_name(rule)] if own_name(rule) in self.fields else None

    def clean(self):
        """Each warning that is ticked has a reason."""
        typed = super().clean()
        rules = dict.fromkeys(self.warnings[key].rule for key in typed.get("finding", ()))
        bare = [rule for rule in rules if not self._reason(rule) and own_name(rule) not in self.errors]
        if bare and "reason" not in self.errors:
            raise forms.ValidationError(f"ใส่เหตุผลที่ให้คงไว้ ยังไม่มีเหตุผลของข้อ “{'” “'.join(bare)}”")
        return typed

    def _reason(self, rule):
        return self.cleaned_data.get(own_name(rule)) or self.cleaned_data.get("reason")

    @transaction.atomic
    def acknowledge(self, report, user):
        """How many were let stand; one that somebody else let stand meanwhile keeps his reason."""
        made = [
            Acknowledgement.objects.get_or_create(
                report=report,
                finding=key,
                defaults={
                    "sentence": self.warnings[key].sentence,
                    "reason": self._reason(self.warnings[key].rule),
                    "by": user,
                },
            )
            for key in self.cleaned_data["finding"]
        ]
        return sum(is_new for _, is_new in made)


def checks_page(screen, request, object_id):
    """All findings of a report's year, rule by rule; a warning is let stand, or no longer, by who may change reports."""
    report = screen.get_object(request, object_id)
    if report is None:
        raise Http404
    if not screen.has_view_permission(request, report):
        raise PermissionDenied
    may_settle = (
        request.user.has_perm("reports.change_annualreport") and report.state != ReportState.PUBLISHED
    )
    readiness = readiness_of(report_of(report.fiscal_year, today=timezone.localdate(), public=False))
    form = ReasonForm(warnings=readiness.warnings)
    if request.method == "POST":
        if not may_settle:
            raise PermissionDenied
        form = _settle(request, report, readiness)
        if form is None:
            return redirect(request.path)
    context = screen.admin_site.each_context(request) | {
        "title": f"ตรวจความพร้อมของรายงานปีงบประมาณ {report.fiscal_year}",
        "report": report,
        "readiness": readiness,
        "rules": rules_of(readiness, form),
        "may_settle": may_settle,
        "longest": LONGEST_REASON,
        "form": form,
        "deeds": _deeds(report),
        "opts": screen.opts,
    }
    return render(request, "reports/desk/checks.html", context)


def _settle(request, report, readiness):
    """Does what was asked; hands back the form when it cannot be done."""
    if withdrawn := request.POST.get("withdraw", ""):
        found = report.acknowledgements.filter(pk=withdrawn).first() if withdrawn.isdecimal() else None
        if found:
            found.delete()
            messages.success(request, "ยกเลิกการรับทราบแล้ว ข้อสังเกตกลับไปรอการแก้ไข เหตุผลเดิมยังอยู่ในประวัติ")
        else:
            messages.warning(request, "ข้อสังเกตนี้ไม่ได้รับทราบไว้ หรือมีผู้ยกเลิกไปก่อนแล้ว")
        return None
    form = ReasonForm(request.POST, warnings=readiness.warnings)
    if not form.is_valid():
        return form
    messages.success(request, f"รับทราบ {form.acknowledge(report, request.user)} ข้อแล้ว พร้อมเหตุผล")
    return None


def rules_of(readiness, form):
    """The findings by rule, blockers before warnings, what was all let stand last."""
    stands = {finding.key: row for finding, row in readiness.acknowledged}
    known = [*readiness.blockers, *readiness.warnings, *(finding for finding, _ in readiness.acknowledged)]
    order = {name: place for place, name in enumerate(dict.fromkeys(finding.rule for finding in known))}
    rules = []
    for name, found in groupby(sorted(known, key=lambda f: order[f.rule]), key=lambda f: f.rule):
        found = tuple(found)
        left = tuple(finding for finding in found if finding.key not in stands)
        settled = tuple((finding, stands[finding.key]) for finding in found if finding.key in stands)
        rules.append(Rule(name, left, settled, form.own_of(name)))
    return rules


def _deeds(report):
    """Who let what stand and who took it back, the newest first."""
    entries = Acknowledgement.history.filter(report_id=report.pk).select_related("history_user")
    return [
        (
            moment_words(entry.history_date),
            name_of(entry.history_user) or "",
            DEEDS[entry.history_type],
            entry,
        )
        for entry in entries.order_by("-history_date", "-history_id")
    ]
