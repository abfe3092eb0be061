"""Dump and load of the whole database, by the tools of SQLite and of PostgreSQL."""

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from django.db import connection
from psycopg2.extensions import make_dsn

# The connection parameters that programs of every version of PostgreSQL understand.
CONNECTION_PARAMETERS = ("host", "port", "user", "dbname", "sslmode")


def begin_snapshot():
    """Make this new transaction read the database as of one moment, while others go on writing."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def row_counts() -> dict[str, int]:
    """Return the number of rows of each table of the database."""
    counts = {}
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")
            counts[table] = cursor.fetchone()[0]
    return counts


def dump_database(path: Path):
    """Write the database, as this transaction sees it, into a new file.

    A transaction that writes cannot copy itself on SQLite, so another connection reads what is locked against changes.
    """
    if connection.vendor == "sqlite":
        name = connection.settings_dict["NAME"]
        with closing(sqlite3.connect(name)) as stored, closing(sqlite3.connect(path)) as copy:
            stored.backup(copy)
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_export_snapshot()")
        snapshot = cursor.fetchone()[0]
    _run_postgres("pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--file={path}")


def load_database(path: Path):
    """Fill the empty database from a dump: all of it or nothing."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(path)) as copy:
            copy.backup(connection.connection)
        return
    _run_postgres("pg_restore", "--single-transaction", "--exit-on-error", str(path))


def _run_postgres(program, *options):
    parameters = connection.connection.get_dsn_parameters()
    dsn = make_dsn(**{name: parameters[name] for name in CONNECTION_PARAMETERS if name in parameters})
    environment = os.environ | {"PGPASSWORD": connection.settings_dict["PASSWORD"] or ""}
    command = [program, "--no-owner", "--no-privileges", "--no-comments", f"--dbname={dsn}", *options]
    subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
