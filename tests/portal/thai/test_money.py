"""Baht as they are written and read."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.thai.digits import parse_number
from portal.thai.money import baht_text, format_baht

amounts = st.integers() | st.decimals(
    allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30
)


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (1189260, "1,189,260"),
        (Decimal("1189260.00"), "1,189,260"),
        (Decimal("36560.50"), "36,560.50"),
        (Decimal("36560.5"), "36,560.50"),
        (Decimal("0.05"), "0.05"),
        (0, "0"),
        (999, "999"),
        (Decimal("-1250.25"), "-1,250.25"),
        (Decimal("1E+6"), "1,000,000"),
        (Decimal("0.005"), "0.01"),
        (Decimal("2.675"), "2.68"),
        (Decimal("0.004"), "0"),
        (Decimal("-0.004"), "0"),
        (Decimal("-0.005"), "-0.01"),
        (Decimal("999.995"), "1,000"),
        (10**40 + 1, "10," + "000," * 12 + "001"),
    ],
)
def test_baht_are_shown_with_separators(amount, shown):
    """Amounts are rounded half up and show satang only when there are any."""
    assert format_baht(amount) == shown


@given(st.decimals(min_value=0, max_value=10**15, places=2))
def test_a_shown_amount_is_read_back(amount):
    """A shown amount is read back exactly."""
    assert parse_number(format_baht(amount)) == amount


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "ศูนย์บาทถ้วน"),
        (1, "หนึ่งบาทถ้วน"),
        (10, "สิบบาทถ้วน"),
        (11, "สิบเอ็ดบาทถ้วน"),
        (12, "สิบสองบาทถ้วน"),
        (20, "ยี่สิบบาทถ้วน"),
        (21, "ยี่สิบเอ็ดบาทถ้วน"),
        (91, "เก้าสิบเอ็ดบาทถ้วน"),
        (100, "หนึ่งร้อยบาทถ้วน"),
        (101, "หนึ่งร้อยเอ็ดบาทถ้วน"),
        (111, "หนึ่งร้อยสิบเอ็ดบาทถ้วน"),
        (221, "สองร้อยยี่สิบเอ็ดบาทถ้วน"),
        (1001, "หนึ่งพันเอ็ดบาทถ้วน"),
        (2004, "สองพันสี่บาทถ้วน"),
        (10001, "หนึ่งหมื่นเอ็ดบาทถ้วน"),
        (100001, "หนึ่งแสนเอ็ดบาทถ้วน"),
        (278500, "สองแสนเจ็ดหมื่นแปดพันห้าร้อยบาทถ้วน"),
        (925060, "เก้าแสนสองหมื่นห้าพันหกสิบบาทถ้วน"),
        (1000000, "หนึ่งล้านบาทถ้วน"),
        (1000001, "หนึ่งล้านเอ็ดบาทถ้วน"),
        (1189260, "หนึ่งล้านหนึ่งแสนแปดหมื่นเก้าพันสองร้อยหกสิบบาทถ้วน"),
        (10000000, "สิบล้านบาทถ้วน"),
        (11000000, "สิบเอ็ดล้านบาทถ้วน"),
        (101000021, "หนึ่งร้อยเอ็ดล้านยี่สิบเอ็ดบาทถ้วน"),
        (10**12, "หนึ่งล้านล้านบาทถ้วน"),
        (10**12 + 1, "หนึ่งล้านล้านเอ็ดบาทถ้วน"),
        (25 * 10**12, "ยี่สิบห้าล้านล้านบาทถ้วน"),
        (10**18, "หนึ่งล้านล้านล้านบาทถ้วน"),
    ],
)
def test_whole_baht_are_put_into_words(amount, words):
    """Whole baht end with ถ้วน, and a final one after a higher place is เอ็ด."""
    assert baht_text(amount) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0.50", "ห้าสิบสตางค์"),
        ("0.01", "หนึ่งสตางค์"),
        ("0.10", "สิบสตางค์"),
        ("0.11", "สิบเอ็ดสตางค์"),
        ("0.21", "ยี่สิบเอ็ดสตางค์"),
        ("1.01", "หนึ่งบาทหนึ่งสตางค์"),
        ("36560.50", "สามหมื่นหกพันห้าร้อยหกสิบบาทห้าสิบสตางค์"),
        ("100.21", "หนึ่งร้อยบาทยี่สิบเอ็ดสตางค์"),
    ],
)
def test_satang_are_put_into_words(amount, words):
    """Satang are counted from their own first place and take no ถ้วน."""
    assert baht_text(Decimal(amount)) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [("0.005", "หนึ่งสตางค์"), ("0.004", "ศูนย์บาทถ้วน"), ("0.995", "หนึ่งบาทถ้วน"), ("-0.004", "ศูนย์บาทถ้วน")],
)
def test_words_are_rounded_half_up(amount, words):
    """Half a satang counts as one and less as none."""
    assert baht_text(Decimal(amount)) == words


@pytest.mark.parametrize(("amount", "words"), [("-101", "ลบหนึ่งร้อยเอ็ดบาทถ้วน"), ("-0.25", "ลบยี่สิบห้าสตางค์")])
def test_a_negative_amount_says_so(amount, words):
    """An amount below zero begins with ลบ."""
    assert baht_text(Decimal(amount)) == words


@given(amounts)
def test_words_always_come_to_an_end(amount):
    """Any finite amount is put into words that end with ถ้วน or สตางค์."""
    assert baht_text(amount).endswith(("ถ้วน", "สตางค์"))
