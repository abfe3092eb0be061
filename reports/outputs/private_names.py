"""Redaction of the names and numbers of private people that the portal knows from a text."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from operator import concat

from django.db.models import CharField, F, Value

from networks.models import Membership, Position
from partners.models import AgreementParty, Contact, FormerName, Organization, OrganizationKind
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


@dataclass
class Person:
    """The private people of one first name: a stand-in for each full name, and whether a title makes it a name."""

    full_names: dict[str, str] = field(default_factory=dict)
    with_title: bool = False


def text_redactor() -> Callable[[str], str]:
    """Return a function that removes private names, private phones and identity numbers from a text; one query."""
    rows = _read_people()
    people, phones = _private_people(rows), _public_phones(rows)
    by_start = defaultdict(list)
    for first in people:
        by_start[first[:2]].append(first)

    def redact_phone(match):
        number = _digits(match.group())
        is_mobile = len(number) == 10 and number[1] in "689"
        return match.group() if phones.get(number, not is_mobile) else PHONE

    @cache
    def redact(text):
        joined = _without_spaces(text)
        starts = {*joined, *map(concat, joined, joined[1:])}
        candidates = chain.from_iterable(by_start[start] for start in by_start.keys() & starts)
        if mentioned := {first: people[first] for first in candidates if first in joined}:
            text = _replace_names(text, mentioned)
        text = IDENTITIES.sub(IDENTITY, text)
        return PHONES.sub(redact_phone, text)

    return redact


def _replace_names(text, people):
    """Return the text with stand-ins for the full names of these people, and for their first names after a title."""
    names = {key: stand_in for person in people.values() for key, stand_in in person.full_names.items()}
    titled = [first for first, person in people.items() if person.with_title]
    patterns = [f"{TITLE}*(?:{_pattern_of(names)})"] * bool(names)
    patterns += [f"{TITLE}+(?:{_pattern_of(titled)})"] * bool(titled)
    if not patterns:
        return text
    return re.sub("|".join(patterns), lambda match: names.get(_key(match.group()), NAME), text)


def _private_people(rows):
    """Return the private people by their first names; a name that is public in one place is public in all."""
    public = {_key(name) for name, _, is_public, _ in rows if is_public}
    people = defaultdict(Person)
    for name, stand_in, is_public, _ in rows:
        parts = TITLES.sub("", name).split()
        if not parts or is_public or _key(name) in public:
            continue
        person = people[parts[0]]
        if len(parts) > 1 or len(parts[0]) >= SHORTEST_LONE_NAME:
            person.full_names[_key(name)] = stand_in or NAME
        if len(parts) == 1 or len(parts[0]) >= SHORTEST_FIRST_NAME:
            person.with_title = True
    return dict(people)


def _read_people():
    """Return each name of a person with its stand-in, whether it is public, and a phone."""
    false, empty = Value(False), Value("", CharField())
    private = Organization.objects.filter(kind=OrganizationKind.PERSON)
    former = FormerName.objects.filter(organization__kind=OrganizationKind.PERSON)
    members = Membership.objects.exclude(person="", phone="")
    signatories = AgreementParty.objects.exclude(signatory_name="")
    queries = (
        _select(private, 0, F("name"), F("public_role"), false, empty, F("spellings")),
        _select(former, 1, F("name"), F("organization__public_role"), false, empty, empty),
        _select(Contact.objects, 2, F("name"), F("position"), F("is_public"), F("phone"), empty),
        _select(members, 3, F("person"), F("position"), F("is_public"), F("phone"), empty),
        _select(signatories, 4, F("signatory_name"), F("signatory_position"), false, empty, empty),
    )
    rows = []
    for source, _, name, stand_in, is_public, phone, spellings in sorted(queries[0].union(*queries[1:])):
        stand_in = Position(stand_in).label if source == 3 else stand_in
        names = (name, *spellings.splitlines())
        rows += [(name, stand_in, bool(is_public), phone) for name in names]
    return rows


def _select(records, source, *columns):
    names = ("source", "key", "full_name", "stand_in", "is_open", "number", "other_spellings")
    values = dict(zip(names, (Value(source), F("pk"), *columns), strict=True))
    return records.order_by().annotate(**values).values_list(*names)


def _public_phones(rows):
    """Return whether each known number of a person is public: public in one place, it is public in all."""
    phones = sorted((is_public, phone) for _, _, is_public, phone in rows)
    return {_digits(number): is_public for is_public, phone in phones for number in PHONES.findall(phone)}


def _key(name):
    return _without_spaces(TITLES.sub("", name))


def _without_spaces(text):
    return "".join(text.split())


def _digits(text):
    return re.sub(r"\D", "", to_arabic(text))


def _pattern_of(names):
    """Return a pattern of any of the names, the longest first, with or without spaces in them."""
    return "|".join(r"\s*".join(map(re.escape, name)) for name in sorted(names, key=len, reverse=True))
