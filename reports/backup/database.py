"""The whole database in one file and back again, by the means of SQLite and of PostgreSQL themselves."""

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from django.db import connection
from psycopg2.extensions import make_dsn

# Of what our driver knows of the connection, what programs of every version of PostgreSQL understand.
WHERE = ("host", "port", "user", "dbname", "sslmode")


def freeze():
    """Called first in a transaction: what is read from now on is of one moment, while others go on writing."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def row_counts() -> dict[str, int]:
    """How many rows each table of the database has."""
    with connection.cursor() as cursor:
        return {
            table: _count(cursor, table) for table in sorted(connection.introspection.table_names(cursor))
        }


def _count(cursor, table):
    cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")
    return cursor.fetchone()[0]


def dump_database(path: Path):
    """Write the database, as this transaction sees it, into a new file.

    A transaction that writes cannot copy itself on SQLite; another connection reads what it keeps others from changing.
    """
    if connection.vendor == "sqlite":
        name = connection.settings_dict["NAME"]
        with closing(sqlite3.connect(name)) as stored, closing(sqlite3.connect(path)) as copy:
            stored.backup(copy)
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_export_snapshot()")
        snapshot = cursor.fetchone()[0]
    _postgres("pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--file={path}")


def load_database(path: Path):
    """Fill the empty database from such a file: wholly, or not at all."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(path)) as copy:
            copy.backup(connection.connection)
        return
    _postgres("pg_restore", "--single-transaction", "--exit-on-error", str(path))


def _postgres(program, *options):
    said = connection.connection.get_dsn_parameters()
    dsn = make_dsn(**{name: said[name] for name in WHERE if name in said})
    environment = os.environ | {"PGPASSWORD": connection.settings_dict["PASSWORD"] or ""}
    command = [program, "--no-owner", "--no-privileges", "--no-comments", f"--dbname={dsn}", *options]
    subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
