"""The names and numbers of people that the portal knows and may not tell, and how a text is rid of them."""

import re

from networks.models import Membership
from partners.models import AgreementParty, Contact, Organization, OrganizationKind
from portal.thai.digits import to_arabic

NAME, PHONE, IDENTITY = "(ไม่เปิดเผยชื่อ)", "(ไม่เปิดเผยหมายเลข)", "(ไม่เปิดเผยเลขประจำตัว)"
TITLE = (
    r"(?:(?:นางสาว|นาง|นาย|เด็กชาย|เด็กหญิง|คุณ|ครู|อาจารย์|กำนัน|ผู้ใหญ่บ้าน|ผู้ใหญ่|พระครู|พระ|หลวงพ่อ|ป้า|ลุง|ว่าที่"
    r"|(?:[ก-ฮ]{1,3}\.){1,4})\s*)"
)
TITLES = re.compile(f"^{TITLE}+")
PHONES = re.compile(r"(?<!\d)[0๐][2-9๒-๙](?:[-. ]?\d){7,8}(?!\d)")
IDENTITIES = re.compile(r"(?<!\d)\d(?:[- ]?\d){12}(?!\d)")
SHORTEST_FIRST_NAME, SHORTEST_LONE_NAME = 3, 6


def hider_of(texts: str):
    """What takes out of a text the private names that are found in these texts, private phones and identity numbers."""
    names, firsts, titled = _people(texts)
    patterns = [f"{TITLE}*(?:{_either(names)})"] * bool(names)
    patterns += [f"{TITLE}+(?:{_either(titled)})"] * bool(titled)
    pattern = re.compile("|".join(patterns))
    phones = _phones()

    def hidden_phone(found):
        number = _digits(found.group())
        is_mobile = len(number) == 10 and number[1] in "689"
        return found.group() if phones.get(number, not is_mobile) else PHONE

    def hide(text):
        if firsts and (squeezed := _squeezed(text)) and any(first in squeezed for first in firsts):
            text = pattern.sub(lambda found: names.get(_key(found.group()), NAME), text)
        text = IDENTITIES.sub(IDENTITY, text)
        return PHONES.sub(hidden_phone, text)

    return hide


def _people(texts):
    """Of those whose first name the texts hold: what stands for each, the first names, and those told by a title."""
    names, firsts, titled, texts = {}, set(), {}, _squeezed(texts)
    public, private = _known_names()
    public = set(map(_key, public))
    for name, stand_in in private:
        parts = TITLES.sub("", name).split()
        if not parts or parts[0] not in texts or _key(name) in public:
            continue
        firsts.add(parts[0])
        if len(parts) > 1 or len(parts[0]) >= SHORTEST_LONE_NAME:
            names[_key(name)] = stand_in or NAME
        if len(parts) == 1 or len(parts[0]) >= SHORTEST_FIRST_NAME:
            titled[parts[0]] = NAME
    return names, firsts, titled


def _known_names():
    """The names that may be told; and those that may not, each with the role or post that is told instead."""
    public, private = [], []
    persons = Organization.objects.filter(kind=OrganizationKind.PERSON).prefetch_related("former_names")
    for body in persons:
        own = (body.name, *body.spellings.splitlines(), *(former.name for former in body.former_names.all()))
        private += [(name, body.public_role) for name in own]
    posts = [
        (contact.name, contact.position, contact.is_public) for contact in Contact.objects.exclude(name="")
    ]
    members = Membership.objects.exclude(person="")
    posts += [(member.person, member.get_position_display(), member.is_public) for member in members]
    for name, post, is_public in posts:
        public.append(name) if is_public else private.append((name, post))
    signed = AgreementParty.objects.exclude(signatory_name="")
    private += signed.values_list("signatory_name", "signatory_position")
    return public, private


def _phones():
    """Each number the portal knows of people, and whether it may be told."""
    rows = [
        model.objects.exclude(phone="").values_list("is_public", "phone") for model in (Contact, Membership)
    ]
    return {
        _digits(found): is_public
        for is_public, phone in sorted(row for kept in rows for row in kept)
        for found in PHONES.findall(phone)
    }


def _key(name):
    return _squeezed(TITLES.sub("", name))


def _squeezed(text):
    return "".join(text.split())


def _digits(text):
    return re.sub(r"\D", "", to_arabic(text))


def _either(names):
    """Any of the names, the longest first, with or without spaces in them."""
    return "|".join(r"\s*".join(map(re.escape, name)) for name in sorted(names, key=len, reverse=True))
