"""Sizes of schools, by the criteria of the Office of the Basic Education Commission for primary areas."""

from django.db import models


class SchoolSize(models.TextChoices):
    """The sizes, smallest first."""

    SMALL = "small", "เล็ก"
    MIDDLE = "middle", "กลาง"
    LARGE = "large", "ใหญ่"
    LARGEST = "largest", "ใหญ่พิเศษ"


PUPILS_BY_SIZE = {
    SchoolSize.SMALL: (0, 120),
    SchoolSize.MIDDLE: (121, 600),
    SchoolSize.LARGE: (601, 1500),
    SchoolSize.LARGEST: (1501, None),
}
SIZES_EXPLAINED = (
    "ขนาดโรงเรียนตามเกณฑ์ สพฐ. สำหรับเขตพื้นที่ประถมศึกษา: เล็ก ไม่เกิน 120 คน กลาง 121–600 คน "
    "ใหญ่ 601–1,500 คน ใหญ่พิเศษ 1,501 คนขึ้นไป"
)


def size_of(pupils):
    """Return the size of a school by its number of pupils, or None when it is unknown."""
    if pupils is None:
        return None
    return next(size for size, (_, most) in PUPILS_BY_SIZE.items() if most is None or pupils <= most)
