"""How a record that was found is shown: its name with what matched, and a sentence where the name does not tell."""

from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from partners.access import reads_people
from partners.models import OrganizationKind
from portal.thai.dates import format_period
from portal.thai.keys import find_key

AROUND = 40


@dataclass(frozen=True)
class Hit:
    """A record as a result of a search."""

    address: str
    title: SafeString
    facts: str
    reason: SafeString


def organization_hit(body, keys, user):
    people, title = reads_people(user), body.display_name(user)
    former = [
        name.full_name for name in body.former_names.all() if people or name.kind != OrganizationKind.PERSON
    ]
    texts = [
        *(("ชื่อเดิม", name) for name in former),
        ("ชื่อย่อ", body.short_name),
        *(("การสะกดอีกแบบ", spelling) for spelling in body.spellings.splitlines()),
        ("รหัสสถานศึกษา 8 หลัก", body.smis_code or ""),
        ("รหัสสถานศึกษา 10 หลัก", body.moe_code or ""),
    ]
    texts = texts if people or not body.is_person else []
    kind = "" if body.get_kind_display() in title else body.get_kind_display()
    affiliation = f"สังกัด {body.get_affiliation_display()}" if body.affiliation else ""
    return _hit(body, title, [kind, affiliation, str(body.subdistrict or "")], texts, keys)


def project_hit(project, keys, user):
    partner = project.in_its_year(project.partner).display_name(user, short=True)
    texts = [
        ("ชื่อภาคี", partner),
        *(("ชื่อภาคี", name) for name in _names(project.partner, user)),
        ("ประเภทโครงการ", str(project.category or "")),
        *_spellings(project),
    ]
    draft = "" if project.is_confirmed else project.get_status_display()
    return _hit(project, project.full_title, [f"ปี {project.fiscal_year}", partner, draft], texts, keys)


def group_hit(group, keys, user):
    return _hit(group, group.name, [group.kind.name], _spellings(group), keys)


def agreement_hit(agreement, keys, user):
    parties = [
        party.words or party.organization.display_name(user, short=True) for party in agreement.parties.all()
    ]
    bodies = [party.organization for party in agreement.parties.all() if party.organization]
    texts = [
        ("เลขที่", agreement.number),
        *(("ชื่อคู่ตกลง", party) for party in parties),
        *(("ชื่อคู่ตกลง", name) for body in bodies for name in _names(body, user)),
        ("เรื่องที่ตกลง", agreement.subject),
        *_spellings(agreement),
    ]
    draft = "" if agreement.is_confirmed else agreement.get_status_display()
    return _hit(agreement, agreement.title, [" · ".join(parties), draft], texts, keys)


def document_hit(document, keys, user):
    issuer = document.issuer.display_name(user, short=True) if document.issuer else ""
    dated = (
        f"ลงวันที่ {format_period(document.dated_first, document.dated_last)}" if document.dated_first else ""
    )
    texts = [("เลขที่", document.number), ("ผู้ออกเอกสาร", issuer), *_spellings(document)]
    if document.issuer:
        texts += [("ผู้ออกเอกสาร", name) for name in _names(document.issuer, user)]
    return _hit(document, document.title, [document.get_kind_display(), dated, issuer], texts, keys)


def _hit(record, title, facts, texts, keys):
    """What of the query the name holds is marked in it; the rest is told in a sentence."""
    rest = {key for key in keys if not find_key(title, key)}
    told = []
    for words, text in [*texts, ("รหัส", record.code)]:
        held = {key for key in rest if find_key(text, key)}
        if held:
            told.append((words, marked(_around(text, held), held)))
            rest -= held
    return Hit(
        address=record.get_absolute_url(),
        title=marked(title, keys - rest),
        facts=" · ".join(filter(None, facts)),
        reason=format_html_join(" · ", "ตรงกับ{} {}", told),
    )


def marked(text, keys):
    """The text with every piece that holds a key marked."""
    parts, place = [], 0
    for start, end in sorted(
        filter(None, (find_key(text, key) for key in keys)), key=lambda piece: (piece[0], -piece[1])
    ):
        if start >= place:
            parts += [(text[place:start],), (format_html("<mark>{}</mark>", text[start:end]),)]
            place = end
    return format_html_join("", "{}", [*parts, (text[place:],)])


def _around(text, keys):
    """A long text cut to what stands around the first key it holds."""
    start = max(min(find_key(text, key)[0] for key in keys) - AROUND, 0)
    cut = text[start : start + 3 * AROUND]
    return f"{'…' if start else ''}{cut}{'…' if start + 3 * AROUND < len(text) else ''}"


def _names(body, user):
    """Every name of an organization that the user may read."""
    if body.is_person:
        return [body.display_name(user, short=True)]
    former = [name.full_name for name in body.former_names.all() if name.kind != OrganizationKind.PERSON]
    return [body.short_name, body.full_name, *former, *body.spellings.splitlines()]


def _spellings(record):
    return [("การสะกดอีกแบบ", spelling) for spelling in record.spellings.splitlines()]
