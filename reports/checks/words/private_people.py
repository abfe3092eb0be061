"""Rules about names and citizen numbers of private persons in printed texts."""

import re

from django.db.models import BooleanField, Value

from networks.models import Membership
from partners.models import AgreementParty, Contact, Organization, OrganizationKind
from portal.thai.keys import name_key
from reports.checks.findings import Findings, Severity
from reports.checks.texts import texts_of

_TITLE = re.compile(r"^(?:นางสาว|นาง|นาย|น\.ส\.|ว่าที่ ?ร\.ต\.|ดร\.|ครู) ?")
_ID_NUMBER = re.compile(r"(?<![0-9])[1-8](?:[- ]?[0-9]){12}(?![0-9])")
SHORTEST = 8


def private_name_in_words(summary, narrative) -> Findings:
    """Find names of members, contacts, signatories and givers that are nowhere marked public."""
    texts = [(text, name_key(text.text)) for text in texts_of(summary, narrative)]
    everything = "\n".join(key for _, key in texts)
    names = [name for name in _private_names() if name in everything]
    for text, key in texts:
        if any(name in key for name in names):
            message = "มีชื่อบุคคลที่ไม่ได้ให้เผยแพร่ ให้ใช้ตำแหน่งแทนชื่อ"
            yield text.finding("ชื่อบุคคลที่ไม่เผยแพร่", message, Severity.BLOCKER)


def _private_names():
    """Return the keys of names of two words or more, without titles, that are nowhere marked public."""
    known, public = set(), set()
    for name, is_public in _names_of_people():
        words = _TITLE.sub("", name).strip()
        if " " in words and len(key := name_key(words)) >= SHORTEST:
            (public if is_public else known).add(key)
    return known - public


def _names_of_people():
    """Return each name of a person in the records and whether it is public, in one query."""
    never = Value(False, output_field=BooleanField())
    members = Membership.objects.exclude(person="").values_list("person", "is_public")
    contacts = Contact.objects.exclude(name="").values_list("name", "is_public")
    signatories = AgreementParty.objects.exclude(signatory_name="").values_list("signatory_name", never)
    givers = Organization.objects.filter(kind=OrganizationKind.PERSON).values_list("name", never)
    return [*members.order_by().union(contacts.order_by(), signatories.order_by(), givers.order_by())]


def id_number_in_words(summary, narrative) -> Findings:
    """Find citizen numbers, recognized by their check digit."""
    for text in texts_of(summary, narrative):
        if any(_is_citizen_number(match.group()) for match in _ID_NUMBER.finditer(text.text)):
            yield text.finding("เลขประจำตัวประชาชน", "มีเลขประจำตัวประชาชน ให้ลบออก", Severity.BLOCKER)


def _is_citizen_number(number):
    """Tell whether the last digit is the check digit of the twelve before."""
    digits = [int(digit) for digit in number if digit.isdigit()]
    total = sum(digit * weight for digit, weight in zip(digits, range(13, 1, -1), strict=False))
    return (11 - total % 11) % 10 == digits[12]


RULES = [private_name_in_words, id_number_in_words]
