"""The admin's page of a year's findings, on which a warning is acknowledged with a reason."""

from collections import defaultdict
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from portal.admin.conflicts import moment_words, name_of
from reports.checks import Finding
from reports.editions.readiness import readiness_of
from reports.models import Acknowledgement, AnnualReport, ReportState
from reports.report import report_of

LONGEST_REASON = 500
HISTORY_WORDS = {"+": "รับทราบ", "-": "ยกเลิกการรับทราบ", "~": "แก้ไขการรับทราบ"}


@dataclass(frozen=True)
class Rule:
    """The findings of one rule, open and acknowledged, with the field of the rule's own reason, if it has one."""

    name: str
    findings: list[Finding]
    acknowledged: list[tuple[Finding, Acknowledgement]]
    reason_field: forms.BoundField | None

    @property
    def is_blocker(self):
        return any(finding.is_blocker for finding in self.findings)


class AcknowledgeForm(forms.Form):
    """The warnings to acknowledge and their reasons: one for all of them, unless a rule has its own."""

    finding = forms.MultipleChoiceField(
        error_messages={
            "required": "เลือกข้อสังเกตอย่างน้อยหนึ่งข้อ",
            "invalid_choice": "ข้อสังเกตบางข้อเปลี่ยนไปแล้ว ให้ตรวจรายการแล้วเลือกใหม่",
        }
    )

    def __init__(self, *args, warnings, **kwargs):
        super().__init__(*args, **kwargs)
        self.warnings = {finding.key: finding for finding in warnings}
        self.chosen = self.data.getlist("finding")
        self.fields["finding"].choices = [(key, key) for key in self.warnings]
        self.fields["reason"] = _reason_field("เหตุผล")
        self.reason_of_rule = {}
        for rule in {finding.rule for finding in warnings}:
            self.fields[f"reason-{rule}"] = _reason_field(f"เหตุผลของข้อ “{rule}” ")
            self.reason_of_rule[rule] = self[f"reason-{rule}"]

    def clean(self):
        """Raise ValidationError unless each chosen warning has a reason."""
        cleaned = super().clean()
        rules = dict.fromkeys(self.warnings[key].rule for key in cleaned.get("finding", ()))
        bare = [rule for rule in rules if not self._reason_of(rule) and f"reason-{rule}" not in self.errors]
        if bare and "reason" not in self.errors:
            raise forms.ValidationError(f"ใส่เหตุผลที่ให้คงไว้ ยังไม่มีเหตุผลของข้อ “{'” “'.join(bare)}”")
        return cleaned

    def _reason_of(self, rule):
        return self.cleaned_data.get(f"reason-{rule}") or self.cleaned_data.get("reason")

    @transaction.atomic
    def acknowledge(self, report, user) -> int:
        """Acknowledge the chosen warnings; return how many were not yet acknowledged by anybody."""
        created = 0
        for key in self.cleaned_data["finding"]:
            warning = self.warnings[key]
            values = {"sentence": warning.sentence, "reason": self._reason_of(warning.rule), "by": user}
            created += report.acknowledgements.get_or_create(finding=key, defaults=values)[1]
        return created


def checks_page(screen, request, object_id):
    """Show the findings of a report's year; acknowledge warnings, or withdraw that, for users who may change it."""
    report = get_object_or_404(AnnualReport, pk=object_id)
    if not screen.has_view_permission(request, report):
        raise PermissionDenied
    is_published = report.state == ReportState.PUBLISHED
    may_acknowledge = request.user.has_perm("reports.change_annualreport") and not is_published
    readiness = readiness_of(report_of(report.fiscal_year, today=timezone.localdate(), public=False))
    form = AcknowledgeForm(warnings=readiness.warnings)
    if request.method == "POST":
        if not may_acknowledge:
            raise PermissionDenied
        if "withdraw" in request.POST:
            _withdraw(request, report)
            return redirect(request.path)
        form = AcknowledgeForm(request.POST, warnings=readiness.warnings)
        if form.is_valid():
            messages.success(request, f"รับทราบ {form.acknowledge(report, request.user)} ข้อแล้ว พร้อมเหตุผล")
            return redirect(request.path)
    context = screen.admin_site.each_context(request) | {
        "title": f"ตรวจความพร้อมของรายงานปีงบประมาณ {report.fiscal_year}",
        "report": report,
        "readiness": readiness,
        "rules": rules_of(readiness, form),
        "may_acknowledge": may_acknowledge,
        "longest": LONGEST_REASON,
        "form": form,
        "history": _history_of(report),
        "opts": screen.opts,
    }
    return render(request, "reports/desk/checks.html", context)


def _reason_field(label):
    too_long = f"{label}ยาวเกินไป ให้ย่อเหลือไม่เกิน {LONGEST_REASON} ตัวอักษร"
    return forms.CharField(required=False, max_length=LONGEST_REASON, error_messages={"max_length": too_long})


def _withdraw(request, report):
    key = request.POST["withdraw"]
    acknowledgement = report.acknowledgements.filter(pk=key).first() if key.isdecimal() else None
    if acknowledgement:
        acknowledgement.delete()
        messages.success(request, "ยกเลิกการรับทราบแล้ว ข้อสังเกตกลับไปรอการแก้ไข เหตุผลเดิมยังอยู่ในประวัติ")
    else:
        messages.warning(request, "ข้อสังเกตนี้ไม่ได้รับทราบไว้ หรือมีผู้ยกเลิกไปก่อนแล้ว")


def rules_of(readiness, form):
    """Return the findings by rule: rules with blockers, then those with warnings, then the acknowledged ones."""
    findings, acknowledged = defaultdict(list), defaultdict(list)
    for finding in (*readiness.blockers, *readiness.warnings):
        findings[finding.rule].append(finding)
    for finding, acknowledgement in readiness.acknowledged:
        acknowledged[finding.rule].append((finding, acknowledgement))
    return [
        Rule(name, findings[name], acknowledged[name], form.reason_of_rule.get(name))
        for name in dict.fromkeys((*findings, *acknowledged))
    ]


def _history_of(report):
    """Return the acknowledgements of a report and their withdrawals, the newest first."""
    entries = Acknowledgement.history.filter(report_id=report.pk).select_related("history_user")
    return [
        (
            moment_words(entry.history_date),
            name_of(entry.history_user),
            HISTORY_WORDS[entry.history_type],
            entry,
        )
        for entry in entries.order_by("-history_date", "-history_id")
    ]
