"""Load all places of Thailand from the geothai package, and find a district as people write it."""

import re
from difflib import get_close_matches

import geothai
from django.db import transaction

from portal.models import District, Province, Subdistrict
from portal.thai.digits import to_arabic
from portal.thai.text import normalize

BANGKOK = "10"
CAPITAL = "เมือง"
_DISTRICT_WORDS = re.compile(r"^(?:อำเภอ|อ\.|เขต(?=\S))\s*")
_PROVINCE_WORDS = re.compile(r"^(?:จังหวัด|จ\.)\s*")
_SHOWN = 8


def load_places() -> None:
    """Write every province, district and subdistrict, without the words อำเภอ or เขต; update them on a further run."""
    provinces = geothai.provinces()
    districts = [d for p in provinces for d in geothai.districts(p.code)]
    subdistricts = [s for d in districts for s in geothai.subdistricts(d.code)]
    with transaction.atomic():
        _write(Province(code=p.code, name=p.name_th) for p in provinces)
        _write(District(code=d.code, name=_district_name(d), province_id=d.province_code) for d in districts)
        _write(Subdistrict(code=s.code, name=s.name_th, district_id=s.district_code) for s in subdistricts)


def find_district(text: str) -> District:
    """Return the district of a code or a name: `9302`, `กงหรา`, `อ.กงหรา จ.พัทลุง`, `เฉลิมพระเกียรติ น่าน`.

    Raise ValueError, with suggestions in Thai, if none or more than one fits.
    """
    text = to_arabic(normalize(text))
    name, _, province = _DISTRICT_WORDS.sub("", text).replace("จังหวัด", " จังหวัด").partition(" ")
    province = _PROVINCE_WORDS.sub("", province.strip())
    if name == CAPITAL:
        name += province
    districts = District.objects.select_related("province").order_by("code")
    if Province.objects.filter(name=province).exists():
        districts = districts.filter(province__name=province)
    elif province:
        raise ValueError(f"ไม่พบจังหวัด “{province}” ของอำเภอ “{text}” โปรดตรวจตัวสะกด")
    found = districts.filter(code=text) if text.isdecimal() else districts.filter(name=name)
    if len(found) == 1:
        return found[0]
    if found:
        raise ValueError(f"อำเภอ “{text}” มีหลายแห่ง โปรดระบุจังหวัดหรือรหัส 4 หลัก: {_offer(found)}")
    raise ValueError(f"ไม่พบอำเภอ “{text}” {_suggest(name, districts)}")


def _write(places):
    """Write the places that are missing or have another name."""
    places = list(places)
    model = type(places[0])
    stored = dict(model.objects.values_list("code", "name"))
    places = [place for place in places if stored.get(place.code) != place.name]
    columns = [field.name for field in model._meta.fields if not field.primary_key]
    model.objects.bulk_create(places, update_conflicts=True, unique_fields=["code"], update_fields=columns)


def _district_name(district):
    return district.name_th.removeprefix("เขต") if district.province_code == BANGKOK else district.name_th


def _suggest(name, districts):
    near = set(get_close_matches(name, districts.values_list("name", flat=True), cutoff=0.7)) if name else ()
    like = [d for d in districts if name and (name in d.name or d.name in near)]
    return f"หมายถึง: {_offer(like)} หรือไม่" if like else "โปรดพิมพ์ชื่ออำเภอหรือรหัส 4 หลัก เช่น กงหรา จ.พัทลุง หรือ 9302"


def _offer(districts):
    offered = [f"{d.name} จ.{d.province.name} ({d.code})" for d in districts]
    return ", ".join(offered[:_SHOWN]) + (" เป็นต้น" if len(offered) > _SHOWN else "")
