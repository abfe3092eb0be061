"""What is missing or out of proportion in what was given."""

from collections.abc import Iterator

from reports.checks.findings import Finding

FEWEST_GIVERS = 3


def amount_unknown(summary, narrative) -> Iterator[Finding]:
    """Find projects of whose cash nothing, or not all, is known."""
    for line in summary.projects:
        if line.totals.cash_unknown or not line.totals.cash_known:
            yield Finding("ไม่ระบุจำนวนเงิน", line.project, f"{line.project} ไม่ระบุจำนวนเงิน ให้ใส่จำนวนเมื่อทราบ")


def quantity_unknown(summary, narrative) -> Iterator[Finding]:
    """Find things given without a number."""
    for gift in summary.things_given:
        if gift.quantity is None:
            yield Finding(
                "ไม่ระบุจำนวนสิ่งของ",
                gift.project,
                f"{gift.project} ได้รับ{gift.what}โดยไม่ระบุจำนวน ให้ใส่จำนวนเมื่อทราบ",
            )


def one_giver_above_half(summary, narrative) -> Iterator[Finding]:
    """Find one giver, of three or more, who gave more than half of the cash.

    Of one or two givers one always gave half.
    """
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
