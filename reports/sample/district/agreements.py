"""The fictional district's agreements, one or more in every state that there is."""

from datetime import timedelta

from partners.models import Agreement, AgreementEnd, AgreementParty
from portal.records import Publication
from reports.sample.district.chance import WORDS

YEAR = timedelta(days=365)


def make_agreements(chance, partners, schools, today):
    """Make agreements in force, ending soon, ended, ahead, open-ended, of unknown end, draft and renewed."""
    terms = (
        (today - YEAR, AgreementEnd.DATED, today + YEAR * 2),
        (today - YEAR * 2, AgreementEnd.DATED, today),
        (today - YEAR * 4, AgreementEnd.DATED, today - YEAR),
        (today + timedelta(days=30), AgreementEnd.DATED, today + YEAR * 3),
        (today - YEAR * 3, AgreementEnd.OPEN, None),
        (None, AgreementEnd.UNKNOWN, None),
    )
    first_renewed, agreements = len(WORDS.agreements), []
    for number, title in enumerate(WORDS.agreements * 2):
        starts_on, end, ends_on = terms[number % len(terms)]
        signed = starts_on and starts_on - timedelta(days=14)
        agreement = Agreement.objects.create(
            title=f"บันทึกข้อตกลงความร่วมมือ{title}" + (" ระยะที่ 2" if number >= first_renewed else ""),
            subject=f"ร่วมกัน{title}ในโรงเรียนของท้องถิ่น",
            number=f"{number + 1}/{signed.year + 543}" if signed else "",
            status=Publication.DRAFT if number == first_renewed else Publication.CONFIRMED,
            signed_first=signed,
            signed_last=signed,
            starts_on=starts_on,
            end=end,
            ends_on=ends_on and ends_on + timedelta(days=12 + 3 * number),
        )
        parties = (partners[number % 17], "นายก"), (schools[number % len(schools)], "ผู้อำนวยการโรงเรียน")
        for order, (party, position) in enumerate(parties):
            AgreementParty.objects.create(
                agreement=agreement,
                order=order,
                organization=party,
                signatory_position=position,
                signatory_name=chance.person(),
            )
        agreements.append(agreement)
    return agreements
