"""Rules about typing mistakes: known misspellings, repeated words, numbers with two units."""

import re

from reports.checks.findings import Findings
from reports.checks.texts import search_texts, texts_of

# Misspellings found in printed reports; no right spelling contains one of them.
SLIPS = {
    "บุคลกร": "บุคลากร",
    "เครืองมือ": "เครื่องมือ",
    "สถานบันอื่น": "สถาบันอื่น",
    "ธรรมมาภิบาล": "ธรรมาภิบาล",
    "สงเสริม": "ส่งเสริม",
    "ก่อนให้เกิด": "ก่อให้เกิด",
    "โอกาศ": "โอกาส",
    "สื่บเนื่อง": "สืบเนื่อง",
    "สนับสนุบ": "สนับสนุน",
    "พัฒนากรศึกษา": "พัฒนาการศึกษา",
    "การดำนินการ": "การดำเนินการ",
    "หลาหลาย": "หลากหลาย",
    "ปฏิบัตงาน": "ปฏิบัติงาน",
    "บาทบาท": "บทบาท",
    "เก็บรวมรวม": "เก็บรวบรวม",
    "ประชุมรวมกับ": "ประชุมร่วมกับ",
    "ทางวิชากร": "ทางวิชาการ",
    "ครอบกลุ่ม": "ครอบคลุม",
    "สาธารณาชน": "สาธารณชน",
    "เข้าสู่การหลักสูตร": "เข้าสู่หลักสูตร",
    "ศิลปะวัฒธรรม": "ศิลปวัฒนธรรม",
    "วัฒธรรม": "วัฒนธรรม",
    "องค์การปกครองส่วนท้องถิ่น": "องค์กรปกครองส่วนท้องถิ่น",
    "กต.ปน.": "ก.ต.ป.น.",
    "อกกศ.": "อ.ก.ค.ศ.",
    "กีฬาด้านยาเสพติด": "กีฬาต้านยาเสพติด",
    "Culture Chow": "Culture Show",
}
_SLIP = re.compile("|".join(re.escape(slip) for slip in SLIPS) + "|เปอร์เซ็น(?!ต์)|เพือ(?!ง)|เชื่อมัน(?![ก-๙])")
_PARTLY = {"เปอร์เซ็น": "เปอร์เซ็นต์", "เพือ": "เพื่อ", "เชื่อมัน": "เชื่อมั่น"}
_TWO_UNITS = re.compile(r"ละ ?[0-9]+(?: ?[-–] ?[0-9]+)? ?คน (?:โรงเรียน|แห่ง|ชุด|ครัวเรือน)(?![ก-๙])")
_DOUBLED = re.compile(r"([ก-ฮเ-ไ][ก-๙]{4,30})\1")


def known_slip(summary, narrative) -> Findings:
    """Find common misspellings."""
    for text in texts_of(summary, narrative):
        for slip in dict.fromkeys(_SLIP.findall(text.text)):
            right = SLIPS.get(slip) or _PARTLY[slip]
            yield text.finding("คำที่มักพิมพ์ผิด", f"พิมพ์ “{slip}” ให้แก้เป็น “{right}”")


def doubled_word(summary, narrative) -> Findings:
    """Find words typed twice, as “บริหารบริหาร”."""
    for text, match in search_texts(_DOUBLED, texts_of(summary, narrative)):
        yield text.finding("คำที่พิมพ์ซ้ำ", f"พิมพ์ “{match}” ให้ตัดคำที่ซ้ำออก")


def two_units(summary, narrative) -> Findings:
    """Find numbers with two units, as “4-5 คน โรงเรียน”."""
    for text, match in search_texts(_TWO_UNITS, texts_of(summary, narrative)):
        message = f"เขียน “{match}” ไม่แน่ชัดว่านับสิ่งใด ให้ใช้หน่วยนับเดียว"
        yield text.finding("ตัวเลขมีสองหน่วยนับ", message)


RULES = [known_slip, doubled_word, two_units]
