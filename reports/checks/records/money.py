"""Rules about contributions."""

from reports.checks.findings import Finding, Findings

FEWEST_GIVERS = 3


def amount_unknown(summary, narrative) -> Findings:
    """Find projects without cash, or with cash of an unknown amount."""
    for row in summary.projects:
        if row.totals.cash_unknown or not row.totals.cash_known:
            yield Finding("ไม่ระบุจำนวนเงิน", row.project, f"{row.project} ไม่ระบุจำนวนเงิน ให้ใส่จำนวนเมื่อทราบ")


def quantity_unknown(summary, narrative) -> Findings:
    """Find things and people given without a quantity."""
    for gift in summary.things_given:
        if gift.quantity is None:
            yield Finding(
                "ไม่ระบุจำนวนสิ่งของ",
                gift.project,
                f"{gift.project} ได้รับ{gift.what}โดยไม่ระบุจำนวน ให้ใส่จำนวนเมื่อทราบ",
            )


def one_giver_above_half(summary, narrative) -> Findings:
    """Find a giver of more than half of the cash, when three or more gave."""
    givers = [giver for giver in summary.givers_of_cash if giver.totals.cash_known]
    if len(givers) < FEWEST_GIVERS:
        return
    for giver in givers:
        if giver.totals.cash * 2 > summary.totals.cash:
            share = giver.totals.cash * 100 / summary.totals.cash
            yield Finding(
                "เงินเกินครึ่งมาจากภาคีเดียว",
                giver.organization,
                f"{giver.short_name} ให้เงินร้อยละ {share:.1f} ของทั้งปี ({giver.totals.cash:,.0f} บาท) "
                "ให้ตรวจว่าบันทึกครบทุกภาคีและจำนวนเงินถูกต้อง",
            )


RULES = [amount_unknown, quantity_unknown, one_giver_above_half]
