"""Names and numbers of private persons that stand in what is printed."""

import re
from collections.abc import Iterator

from django.db.models import BooleanField, Value

from networks.models import Membership
from partners.models import AgreementParty, Contact, Organization, OrganizationKind
from portal.thai.keys import name_key
from reports.checks.findings import Finding, Severity
from reports.checks.texts import texts_of

_TITLE = re.compile(r"^(?:นางสาว|นาง|นาย|น\.ส\.|ว่าที่ ?ร\.ต\.|ดร\.|ครู) ?")
_ID_NUMBER = re.compile(r"(?<![0-9])[1-8](?:[- ]?[0-9]){12}(?![0-9])")
SHORTEST = 8


def private_name_in_words(summary, narrative) -> Iterator[Finding]:
    """Find the name of a member, contact, signatory or giver that is nowhere marked public.

    The sentence never repeats the name.
    """
    texts = [(text, name_key(text.text)) for text in texts_of(summary, narrative)]
    everything = "\n".join(key for _, key in texts)
    named = [name for name in _private_names() if name in everything]
    for text, key in texts:
        if any(name in key for name in named):
            said = "มีชื่อบุคคลที่ไม่ได้ให้เผยแพร่ ให้ใช้ตำแหน่งแทนชื่อ"
            yield text.finding("ชื่อบุคคลที่ไม่เผยแพร่", said, Severity.BLOCKER)


def _private_names():
    """Keys of names of two words at least, without their titles, that are nowhere marked public."""
    known, public = set(), set()
    for name, is_public in _names():
        words = _TITLE.sub("", name).strip()
        if " " in words and len(key := name_key(words)) >= SHORTEST:
            (public if is_public else known).add(key)
    return known - public


def _names():
    """Each name of a person that the records know, and whether it may be published; in one query."""
    never = Value(False, output_field=BooleanField())
    members = Membership.objects.exclude(person="").values_list("person", "is_public")
    contacts = Contact.objects.exclude(name="").values_list("name", "is_public")
    signatories = AgreementParty.objects.exclude(signatory_name="").values_list("signatory_name", never)
    givers = Organization.objects.filter(kind=OrganizationKind.PERSON).values_list("name", never)
    return [*members.order_by().union(contacts.order_by(), signatories.order_by(), givers.order_by())]


def id_number_in_words(summary, narrative) -> Iterator[Finding]:
    """Find a citizen's number, by its check digit."""
    for text in texts_of(summary, narrative):
        if any(_is_valid(found.group()) for found in _ID_NUMBER.finditer(text.text)):
            yield text.finding("เลขประจำตัวประชาชน", "มีเลขประจำตัวประชาชน ให้ลบออก", Severity.BLOCKER)


def _is_valid(number):
    """Whether the last digit is the check digit of the twelve before."""
    digits = [int(digit) for digit in number if digit.isdigit()]
    total = sum(digit * weight for digit, weight in zip(digits, range(13, 1, -1), strict=False))
    return (11 - total % 11) % 10 == digits[12]


RULES = [private_name_in_words, id_number_in_words]
