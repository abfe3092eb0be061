"""How large a school is, by the four sizes that the commission of basic education counts primary areas in."""

from django.db import models


class Size(models.TextChoices):
    """The sizes, smallest first."""

    SMALL = "small", "เล็ก"
    MIDDLE = "middle", "กลาง"
    LARGE = "large", "ใหญ่"
    LARGEST = "largest", "ใหญ่พิเศษ"


PUPILS = {
    Size.SMALL: (0, 120),
    Size.MIDDLE: (121, 600),
    Size.LARGE: (601, 1500),
    Size.LARGEST: (1501, None),
}
IN_WORDS = (
    "ขนาดโรงเรียนตามเกณฑ์ สพฐ. สำหรับเขตพื้นที่ประถมศึกษา: เล็ก ไม่เกิน 120 คน กลาง 121–600 คน "
    "ใหญ่ 601–1,500 คน ใหญ่พิเศษ 1,501 คนขึ้นไป"
)


def size_of(pupils):
    """The size of a school of that many pupils, or nothing when the number is unknown."""
    if pupils is None:
        return None
    return next(size for size, (_, most) in PUPILS.items() if most is None or pupils <= most)
