"""The whole portal in one file: its database, the files of its documents, and a list by which both are verified."""

import hashlib
import json
import struct
import tempfile
import zipfile
import zlib
from pathlib import Path

from django.db import connection, transaction

from projects.models import Contribution
from reports.backup.database import dump_database, freeze, load_database, row_counts

MANIFEST, DATABASE, MEDIA = "manifest.json", "database", "media"
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)


class Refused(Exception):
    """Nothing was restored; says in Thai why."""


def yearly_totals() -> dict[str, dict]:
    """The confirmed contributions of each fiscal year, added up."""
    totals = Contribution.objects.confirmed().totals_by("project__fiscal_year")
    return {
        str(year): {
            "cash": f"{total.cash:.2f}",
            "gifts_of_cash": total.cash_count,
            "things": [[thing.what, thing.quantity, thing.unit] for thing in total.things],
        }
        for (year,), total in sorted(totals.items())
    }


def write_backup(path: Path, media: Path) -> dict:
    """Write the archive, which stands under its name only once it is whole; hands back its manifest."""
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".backup-") as folder:
        dump, unfinished = Path(folder, DATABASE), Path(folder, path.name)
        with transaction.atomic():
            freeze()
            manifest = {"engine": connection.vendor, "rows": row_counts(), "totals": yearly_totals()}
            dump_database(dump)
        stored = {f"{MEDIA}/{file.relative_to(media)}": file for file in files_in(media)}
        with zipfile.ZipFile(unfinished, "w") as archive:
            manifest["files"] = {name: _pack(archive, name, file) for name, file in stored.items()}
            manifest["files"][DATABASE] = _pack(archive, DATABASE, dump, zipfile.ZIP_DEFLATED)
            archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
        unfinished.chmod(0o600)
        unfinished.rename(path)
    return manifest


def files_in(folder: Path):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _pack(archive, name, file, compression=zipfile.ZIP_STORED):
    entry = zipfile.ZipInfo(name)
    entry.compress_type = compression
    with file.open("rb") as source, archive.open(entry, "w", force_zip64=True) as target:
        return _copy(source, target)


def _copy(source, target):
    """Copy a file, and say how large it is and what its hash is."""
    digest, size = hashlib.sha256(), 0
    while part := source.read(1024 * 1024):
        target.write(part)
        digest.update(part)
        size += len(part)
    return {"size": size, "sha256": digest.hexdigest()}


def restore_backup(path: Path, media: Path) -> dict:
    """Fill an empty database and an empty folder from an archive, verified as a whole before anything is touched."""
    if row_counts():
        raise Refused("ฐานข้อมูลมีข้อมูลอยู่แล้ว ให้ตั้ง DATABASE_URL เป็นฐานข้อมูลใหม่ที่ว่างก่อน")
    if media.exists() and files_in(media):
        raise Refused(f"โฟลเดอร์ {media} มีไฟล์อยู่แล้ว ให้ตั้ง MEDIA_ROOT เป็นโฟลเดอร์ใหม่ที่ว่างก่อน")
    media.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=media, prefix=".restore-") as folder:
        manifest = unpack(path, Path(folder))
        if manifest["engine"] != connection.vendor:
            raise Refused(
                f"ไฟล์สำรองมาจาก {manifest['engine']} แต่ DATABASE_URL เป็น {connection.vendor} ให้ตั้งเป็นชนิดเดียวกัน"
            )
        load_database(Path(folder, DATABASE))
        Path(folder, MEDIA).mkdir(exist_ok=True)
        for stored in Path(folder, MEDIA).iterdir():
            stored.rename(media / stored.name)
    if row_counts() != manifest["rows"]:
        raise Refused("จำนวนระเบียนหลังกู้คืนไม่ตรงกับไฟล์สำรอง อย่าใช้ฐานข้อมูลนี้ ให้กู้คืนใหม่ในฐานข้อมูลว่าง")
    return manifest


def unpack(path: Path, folder: Path) -> dict:
    """Unpack an archive into a folder, each file compared with the manifest, which is handed back."""
    try:
        with zipfile.ZipFile(path) as archive:
            if MANIFEST not in archive.namelist():
                raise Refused("ไฟล์นี้ไม่ใช่ไฟล์สำรองของภาคี")
            manifest = json.loads(archive.read(MANIFEST))
            if missing := set(manifest["files"]) - set(archive.namelist()):
                raise Refused(f"ไฟล์สำรองไม่ครบ ขาด {', '.join(sorted(missing))} ให้ใช้ไฟล์สำรองชุดอื่น")
            for name, known in manifest["files"].items():
                if _unpacked(archive, name, folder) != known:
                    raise Refused(f"{name} ในไฟล์สำรองไม่ตรงกับที่บันทึกไว้ตอนสำรอง ให้ใช้ไฟล์สำรองชุดอื่น")
    except UNREADABLE as error:
        raise Refused(f"ไฟล์สำรองเสียหายหรือคัดลอกมาไม่ครบ ให้ใช้ไฟล์สำรองชุดอื่น ({error})") from error
    return manifest


def _unpacked(archive, name, folder):
    target = folder / name
    if ".." in target.parts or not target.is_relative_to(folder):
        raise Refused(f"ไฟล์สำรองมีชื่อไฟล์ที่ชี้ออกนอกโฟลเดอร์ ({name}) จึงไม่กู้คืน")
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(name) as source, target.open("xb") as copy:
        return _copy(source, copy)
