"""To whom a letter goes, as each kind of organization calls its head."""

import pytest

from partners.models import OrganizationKind
from reports.outputs.letters.addressing import head_of

pytestmark = pytest.mark.django_db

KIND = OrganizationKind


@pytest.mark.parametrize(
    ("kind", "name", "head"),
    [
        (KIND.SAO, "ควนขนุน", "นายกองค์การบริหารส่วนตำบลควนขนุน"),
        (KIND.PAO, "พัทลุง", "นายกองค์การบริหารส่วนจังหวัดพัทลุง"),
        (KIND.SUBDISTRICT_MUNICIPALITY, "แม่ขรี", "นายกเทศมนตรีตำบลแม่ขรี"),
        (KIND.TOWN, "พัทลุง", "นายกเทศมนตรีเมืองพัทลุง"),
        (KIND.SCHOOL, "วัดหวัง", "ผู้อำนวยการโรงเรียนวัดหวัง"),
        (KIND.CHILD_CENTRE, "บ้านพูด", "หัวหน้าศูนย์พัฒนาเด็กเล็กบ้านพูด"),
        (KIND.TEMPLE, "สุภาษิตาราม", "เจ้าอาวาสวัดสุภาษิตาราม"),
        (KIND.MILITARY, "ทัพเรือภาคที่ 2", "ผู้บัญชาการทัพเรือภาคที่ 2"),
        (KIND.MILITARY, "กองพันทหารช่าง 401", "ผู้บังคับกองพันทหารช่าง 401"),
        (KIND.UNIVERSITY, "มหาวิทยาลัยทักษิณ", "อธิการบดีมหาวิทยาลัยทักษิณ"),
        (KIND.GOVERNMENT, "ที่ว่าการอำเภอเขาชัยสน", "นายอำเภอเขาชัยสน"),
        (KIND.HEALTH, "โรงพยาบาลพัทลุง", "ผู้อำนวยการโรงพยาบาลพัทลุง"),
    ],
)
def test_heads_by_kind(kind, name, head):
    """A letter goes to the head by post, as the kind of organization calls it."""
    assert head_of(kind, f"{kind.prefix}{name}") == head


@pytest.mark.parametrize("kind", list(KIND))
def test_every_kind_has_a_head(kind):
    """Nobody is addressed by the name of the organization alone, persons apart."""
    assert (head_of(kind, f"{kind.prefix}ตัวอย่าง") == "ตัวอย่าง") == (kind is KIND.PERSON)
