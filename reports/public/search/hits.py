"""Search results: a record's name with the matching words marked, and where else they match."""

from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from partners.models import OrganizationKind
from portal.roles import reads_people
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
    names = [name for name in body.former_names.all() if people or name.kind != OrganizationKind.PERSON]
    texts = [
        *(("ชื่อเดิม", name.full_name) for name in names),
        ("ชื่อย่อ", body.short_name),
        *_spellings(body),
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
        *(("ชื่อภาคี", name) for name in _readable_names(project.partner, user)),
        ("ประเภทโครงการ", str(project.category or "")),
        *_spellings(project),
    ]
    draft = "" if project.is_confirmed else project.get_status_display()
    return _hit(project, project.full_title, [f"ปี {project.fiscal_year}", partner, draft], texts, keys)


def group_hit(group, keys, user):
    return _hit(group, group.name, [group.kind.name], _spellings(group), keys)


def agreement_hit(agreement, keys, user):
    parties = agreement.parties.all()
    short_names = [party.words or party.organization.display_name(user, short=True) for party in parties]
    organizations = [party.organization for party in parties if party.organization]
    texts = [
        ("เลขที่", agreement.number),
        *(("ชื่อคู่ตกลง", name) for name in short_names),
        *(("ชื่อคู่ตกลง", name) for body in organizations for name in _readable_names(body, user)),
        ("เรื่องที่ตกลง", agreement.subject),
        *_spellings(agreement),
    ]
    draft = "" if agreement.is_confirmed else agreement.get_status_display()
    return _hit(agreement, agreement.title, [" · ".join(short_names), draft], texts, keys)


def document_hit(document, keys, user):
    issuer = document.issuer.display_name(user, short=True) if document.issuer else ""
    period = format_period(document.dated_first, document.dated_last) if document.dated_first else ""
    texts = [("เลขที่", document.number), ("ผู้ออกเอกสาร", issuer), *_spellings(document)]
    if document.issuer:
        texts += [("ผู้ออกเอกสาร", name) for name in _readable_names(document.issuer, user)]
    return _hit(
        document,
        document.title,
        [document.get_kind_display(), period and f"ลงวันที่ {period}", issuer],
        texts,
        keys,
    )


def _hit(record, title, facts, texts, keys):
    """Return a result; keys that its title does not contain are explained by the first text that does."""
    missing = {key for key in keys if not find_key(title, key)}
    reasons = []
    for label, text in [*texts, ("รหัส", record.code)]:
        matched = {key for key in missing if find_key(text, key)}
        if matched:
            reasons.append((label, mark_keys(_excerpt(text, matched), matched)))
            missing -= matched
    return Hit(
        address=record.get_absolute_url(),
        title=mark_keys(title, keys - missing),
        facts=" · ".join(filter(None, facts)),
        reason=format_html_join(" · ", "ตรงกับ{} {}", reasons),
    )


def mark_keys(text, keys):
    """Return the text with every match of a key inside <mark>; of overlapping matches the first and longest."""
    matches = filter(None, (find_key(text, key) for key in keys))
    parts, place = [], 0
    for start, end in sorted(matches, key=lambda match: (match[0], -match[1])):
        if start >= place:
            parts += [(text[place:start],), (format_html("<mark>{}</mark>", text[start:end]),)]
            place = end
    return format_html_join("", "{}", [*parts, (text[place:],)])


def _excerpt(text, keys):
    """Return at most 120 characters of a text around its first match."""
    start = max(min(find_key(text, key)[0] for key in keys) - AROUND, 0)
    cut = text[start : start + 3 * AROUND]
    return f"{'…' if start else ''}{cut}{'…' if start + 3 * AROUND < len(text) else ''}"


def _readable_names(body, user):
    """Return every name of an organization that the user may read."""
    if body.is_person:
        return [body.display_name(user, short=True)]
    former = [name.full_name for name in body.former_names.all() if name.kind != OrganizationKind.PERSON]
    return [body.short_name, body.full_name, *former, *body.spellings.splitlines()]


def _spellings(record):
    return [("การสะกดอีกแบบ", spelling) for spelling in record.spellings.splitlines()]
