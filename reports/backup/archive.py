"""Backup of the whole portal in one zip: its database, its files, and a manifest to verify both."""

import hashlib
import json
import struct
import tempfile
import zipfile
import zlib
from decimal import Decimal
from pathlib import Path

from django.db import connection, transaction

from portal.thai.money import format_baht
from projects.models import Contribution
from reports.backup.database import begin_snapshot, dump_database, load_database, row_counts

MANIFEST, DATABASE, MEDIA = "manifest.json", "database", "media"
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)


class RestoreRefused(Exception):
    """A restore that was refused, with the reason in Thai."""


def yearly_totals() -> dict[str, dict]:
    """Return the totals of confirmed contributions of each fiscal year (พ.ศ.), cash as text in baht."""
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
    """Write the archive, which gets its name only once it is complete; return its manifest."""
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".backup-") as folder:
        dump, unfinished = Path(folder, DATABASE), Path(folder, path.name)
        with transaction.atomic():
            begin_snapshot()
            manifest = {"engine": connection.vendor, "rows": row_counts(), "totals": yearly_totals()}
            dump_database(dump)
        stored = {f"{MEDIA}/{file.relative_to(media)}": file for file in files_in(media)}
        with zipfile.ZipFile(unfinished, "w") as archive:
            manifest["files"] = {name: _write_entry(archive, name, file) for name, file in stored.items()}
            manifest["files"][DATABASE] = _write_entry(archive, DATABASE, dump, zipfile.ZIP_DEFLATED)
            archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
        unfinished.chmod(0o600)
        unfinished.rename(path)
    return manifest


def files_in(folder: Path):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _write_entry(archive, name, file, compression=zipfile.ZIP_STORED):
    entry = zipfile.ZipInfo(name)
    entry.compress_type = compression
    with file.open("rb") as source, archive.open(entry, "w", force_zip64=True) as target:
        return _copy(source, target)


def _copy(source, target):
    """Copy a file; return its size in bytes and its SHA-256."""
    digest, size = hashlib.sha256(), 0
    while chunk := source.read(1024 * 1024):
        target.write(chunk)
        digest.update(chunk)
        size += len(chunk)
    return {"size": size, "sha256": digest.hexdigest()}


def restore_backup(path: Path, media: Path) -> dict:
    """Fill an empty database and an empty folder from an archive, after verifying all of it; return its manifest.

    Raise RestoreRefused if either is not empty or the archive is damaged or of another database.
    """
    if row_counts():
        raise RestoreRefused("ฐานข้อมูลมีข้อมูลอยู่แล้ว ให้ตั้ง DATABASE_URL เป็นฐานข้อมูลใหม่ที่ว่างก่อน")
    if media.exists() and files_in(media):
        raise RestoreRefused(f"โฟลเดอร์ {media} มีไฟล์อยู่แล้ว ให้ตั้ง MEDIA_ROOT เป็นโฟลเดอร์ใหม่ที่ว่างก่อน")
    media.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=media, prefix=".restore-") as folder:
        manifest = unpack(path, Path(folder))
        engine = manifest["engine"]
        if engine != connection.vendor:
            raise RestoreRefused(
                f"ไฟล์สำรองมาจาก {engine} แต่ DATABASE_URL เป็น {connection.vendor} ให้ตั้งเป็นชนิดเดียวกัน"
            )
        load_database(Path(folder, DATABASE))
        Path(folder, MEDIA).mkdir(exist_ok=True)
        for stored in Path(folder, MEDIA).iterdir():
            stored.rename(media / stored.name)
    if row_counts() != manifest["rows"]:
        raise RestoreRefused("จำนวนระเบียนหลังกู้คืนไม่ตรงกับไฟล์สำรอง อย่าใช้ฐานข้อมูลนี้ ให้กู้คืนใหม่ในฐานข้อมูลว่าง")
    return manifest


def unpack(path: Path, folder: Path) -> dict:
    """Unpack an archive into a folder, comparing each file with the manifest; return the manifest."""
    try:
        with zipfile.ZipFile(path) as archive:
            if MANIFEST not in archive.namelist():
                raise RestoreRefused("ไฟล์นี้ไม่ใช่ไฟล์สำรองของภาคี")
            manifest = json.loads(archive.read(MANIFEST))
            if missing := set(manifest["files"]) - set(archive.namelist()):
                raise RestoreRefused(f"ไฟล์สำรองไม่ครบ ขาด {', '.join(sorted(missing))} ให้ใช้ไฟล์สำรองชุดอื่น")
            for name, recorded in manifest["files"].items():
                if _unpack_entry(archive, name, folder) != recorded:
                    raise RestoreRefused(f"{name} ในไฟล์สำรองไม่ตรงกับที่บันทึกไว้ตอนสำรอง ให้ใช้ไฟล์สำรองชุดอื่น")
    except DAMAGED as error:
        raise RestoreRefused(f"ไฟล์สำรองเสียหายหรือคัดลอกมาไม่ครบ ให้ใช้ไฟล์สำรองชุดอื่น ({error})") from error
    return manifest


def _unpack_entry(archive, name, folder):
    target = folder / name
    if ".." in target.parts or not target.is_relative_to(folder):
        raise RestoreRefused(f"ไฟล์สำรองมีชื่อไฟล์ที่ชี้ออกนอกโฟลเดอร์ ({name}) จึงไม่กู้คืน")
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(name) as source, target.open("xb") as copy:
        return _copy(source, copy)


def summary_lines(manifest: dict) -> list[str]:
    """Return what a backup has, to compare with what the portal shows."""
    counts = f"{sum(manifest['rows'].values()):,} ระเบียน และ {len(manifest['files']) - 1:,} ไฟล์"
    totals = manifest["totals"].items()
    return [
        counts,
        *(f"ปี {year}: เงินที่ได้รับ {format_baht(Decimal(total['cash']))} บาท" for year, total in totals),
    ]
