"""How an official letter to an organization is addressed: to its head by post, with the greeting due to the head."""

from dataclasses import dataclass

from partners.models import OrganizationKind

POSTS = {
    OrganizationKind.PAO: "นายก",
    OrganizationKind.SAO: "นายก",
    OrganizationKind.SPECIAL: "ผู้บริหาร",
    OrganizationKind.SCHOOL: "ผู้อำนวยการ",
    OrganizationKind.CHILD_CENTRE: "หัวหน้า",
    OrganizationKind.OFFICE: "ผู้อำนวยการ",
    OrganizationKind.MILITARY: "ผู้บัญชาการ",
    OrganizationKind.TEMPLE: "เจ้าอาวาส",
    OrganizationKind.HEALTH: "ผู้อำนวยการ",
    OrganizationKind.UNIVERSITY: "ผู้อำนวยการ",
    OrganizationKind.COMPANY: "ผู้จัดการ",
    OrganizationKind.COMMUNITY: "ประธาน",
    OrganizationKind.GOVERNMENT: "หัวหน้า",
    OrganizationKind.PERSON: "",
}

# The beginning of a name, and what the post of its head has in its place.
BEGINNINGS = (
    ("เทศบาล", "นายกเทศมนตรี"),
    ("เมืองพัทยา", "นายกเมืองพัทยา"),
    ("กรุงเทพมหานคร", "ผู้ว่าราชการกรุงเทพมหานคร"),
    ("กองพัน", "ผู้บังคับกองพัน"),
    ("กองร้อย", "ผู้บังคับกองร้อย"),
    ("กรมทหาร", "ผู้บังคับการกรมทหาร"),
    ("สำนักงานสาธารณสุขจังหวัด", "นายแพทย์สาธารณสุขจังหวัด"),
    ("สำนักงานสาธารณสุขอำเภอ", "สาธารณสุขอำเภอ"),
    ("สำนักงานเกษตรอำเภอ", "เกษตรอำเภอ"),
    ("สถานีอนามัย", "หัวหน้าสถานีอนามัย"),
    ("สถานีตำรวจ", "ผู้กำกับการสถานีตำรวจ"),
    ("มหาวิทยาลัย", "อธิการบดีมหาวิทยาลัย"),
    ("บริษัท", "กรรมการผู้จัดการบริษัท"),
    ("ห้างหุ้นส่วน", "หุ้นส่วนผู้จัดการห้างหุ้นส่วน"),
    ("ที่ว่าการอำเภอ", "นายอำเภอ"),
    ("อำเภอ", "นายอำเภอ"),
    ("จังหวัด", "ผู้ว่าราชการจังหวัด"),
    ("ศูนย์", "ผู้อำนวยการศูนย์"),
)


@dataclass(frozen=True)
class LetterForm:
    """The words with which a letter begins, leads to its end and closes."""

    greeting: str = "เรียน"
    therefore: str = "จึงเรียนมาเพื่อโปรดทราบ"
    closing: str = "ขอแสดงความนับถือ"


TO_MONKS = LetterForm("นมัสการ", "จึงนมัสการมาเพื่อโปรดทราบ", "ขอนมัสการด้วยความเคารพ")


def head_of(kind: OrganizationKind, name: str) -> str:
    """Return the post of the head of an organization of this kind and full name; of a person, the name."""
    if kind not in (OrganizationKind.PERSON, OrganizationKind.CHILD_CENTRE):
        for beginning, post in BEGINNINGS:
            if name.startswith(beginning):
                return post + name.removeprefix(beginning)
    return POSTS.get(kind, "") + name


def form_for(kind: OrganizationKind) -> LetterForm:
    return TO_MONKS if kind == OrganizationKind.TEMPLE else LetterForm()
