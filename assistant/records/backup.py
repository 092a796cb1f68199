"""A backup: every table of one moment in one file, taken while people work, with a proof of what is in it; and back again.

The file is an SQLite database, whatever the installation's own is, so that either can be restored from the other's. The proof is a
hash over all rows; it is reckoned anew from the file when it was written, and from the database before a restore is final.
"""

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from alembic.runtime.migration import MigrationContext
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, Table, create_engine, func, insert, select, text
from sqlalchemy.exc import SQLAlchemyError

from assistant.errors import InputError, RecordsError
from assistant.records.database import Database, migrate
from assistant.records.tables import Base

AT_ONCE = 500
"""Rows that are carried over at a time."""
TABLES = Base.metadata.sorted_tables


class Proof(NamedTuple):
    """What a database holds: its revision, how many rows each table has, and the hash of all of them."""

    revision: str
    counts: dict[str, int]
    sha256: str


def prove(connection: Connection) -> Proof:
    """The proof of what a connection sees."""
    digest, counts = hashlib.sha256(), {}
    for table in TABLES:
        counts[table.name] = 0
        digest.update(table.name.encode())
        for row in _rows(connection, table):
            counts[table.name] += 1
            digest.update(json.dumps(row, ensure_ascii=False, sort_keys=True, default=_plain).encode())
    return Proof(MigrationContext.configure(connection).get_current_revision() or "", counts, digest.hexdigest())


def info(database: Database) -> Proof:
    """The proof of the database as it is."""
    with database.snapshot() as connection:
        return prove(connection)


def backup(database: Database, file: Path) -> Proof:
    """Writes a backup, whole or not at all. Raises InputError where the file is there already or can't be written."""
    if file.exists():
        raise InputError("error.backup.there", file=file)
    part = file.with_name(f".{file.name}.part")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600))  # it holds everybody's work
        with closing(_Copy(part)) as copy, database.snapshot() as source, copy.engine.begin() as target:
            proof = prove(source)
            for table in TABLES:
                _carry(source, target, table)
            if prove(target).sha256 != proof.sha256:
                raise InputError("error.backup.damaged", file=file)
        with closing(sqlite3.connect(part)) as done:
            done.execute("CREATE TABLE proof (made TEXT, sha256 TEXT)")
            done.execute("INSERT INTO proof VALUES (?, ?)", (datetime.now(UTC).isoformat(), proof.sha256))
            done.commit()
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.replace(file)
    except (OSError, sqlite3.Error, SQLAlchemyError) as error:
        why = getattr(error, "strerror", None) or str(getattr(error, "orig", None) or error)
        raise InputError("error.file.write", file=file, why=why) from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return proof


def restore(database: Database, file: Path) -> tuple[Proof, Path | None]:
    """Puts a backup in place of all that the database holds, in one change: it is there whole, or nothing has happened. What was
    there before is backed up first, into the folder of the data; None where there was nothing. Raises InputError for what is no
    backup, and for one that isn't what it proves."""
    if not file.is_file():
        raise InputError("error.file.missing", file=file)
    copied = database.home / f".restore.{os.getpid()}"
    try:
        copied.write_bytes(file.read_bytes())
        promised = _promised(copied, file)
        with closing(_Copy(copied)) as copy:
            with copy.engine.connect() as connection:
                if copy.old is None and prove(connection).sha256 != promised:
                    raise InputError("error.backup.damaged", file=file)
            before = _before(database)
            with copy.engine.connect() as source, database.writing() as session:
                target = session.connection()
                for table in reversed(TABLES):
                    target.execute(table.delete())
                for table in TABLES:
                    _carry(source, target, table)
                _count_on(target)
                proof = prove(target)
                if proof.sha256 != prove(source).sha256:
                    raise InputError("error.backup.damaged", file=file)
        return proof, before
    except CommandError:
        raise RecordsError("error.records.newer", home=database.home) from None
    except SQLAlchemyError:
        raise InputError("error.backup.not", file=file) from None
    except OSError as error:
        raise RecordsError("error.records", why=error.strerror or str(error), home=database.home) from None
    finally:
        for left in database.home.glob(f"{copied.name}*"):
            with suppress(OSError):
                left.unlink()


class _Copy:
    """A backup's file as a database with all tables. One of an earlier revision is brought up to date: `old` is that revision."""

    def __init__(self, file: Path) -> None:
        self.engine: Engine = create_engine(f"sqlite:///{file}")
        with self.engine.connect() as connection:
            revision = MigrationContext.configure(connection).get_current_revision()
        migrate(self.engine)
        with self.engine.connect() as connection:
            newest = MigrationContext.configure(connection).get_current_revision()
        self.old = revision if revision != newest else None

    def close(self) -> None:
        self.engine.dispose()


def _promised(copied: Path, file: Path) -> str:
    """The hash that a backup says it has. Raises InputError where it is no backup, or SQLite finds its pages broken."""
    try:
        with closing(sqlite3.connect(copied)) as there:
            (sound,) = there.execute("PRAGMA integrity_check").fetchone()
            (promised,) = there.execute("SELECT sha256 FROM proof").fetchone()
    except (sqlite3.Error, TypeError):
        raise InputError("error.backup.not", file=file) from None
    if sound != "ok":
        raise InputError("error.backup.damaged", file=file)
    return str(promised)


def _before(database: Database) -> Path | None:
    """A backup of what a restore takes the place of; None where there is nothing."""
    if not any(info(database).counts.values()):
        return None
    file = database.home / f"before-restore-{datetime.now().astimezone():%Y%m%d-%H%M%S-%f}.db"
    backup(database, file)
    return file


def _rows(connection: Connection, table: Table) -> Iterator[tuple[Any, ...]]:
    """All rows in the order of their keys, a few at a time."""
    asked = select(table).order_by(*table.primary_key.columns).execution_options(yield_per=AT_ONCE)
    for row in connection.execute(asked):
        yield tuple(row)


def _carry(source: Connection, target: Connection, table: Table) -> None:
    names, waiting = [column.name for column in table.columns], []
    for row in _rows(source, table):
        waiting.append(dict(zip(names, row, strict=True)))
        if len(waiting) == AT_ONCE:
            target.execute(insert(table), waiting)
            waiting = []
    if waiting:
        target.execute(insert(table), waiting)


def _count_on(target: Connection) -> None:
    """PostgreSQL counts ids by itself: it goes on after the greatest that was brought."""
    if target.dialect.name != "postgresql":
        return
    for table in TABLES:
        if "id" in table.c and table.c.id.primary_key:
            last = target.scalar(select(func.max(table.c.id))) or 0
            target.execute(
                text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :last)"), {"name": table.name, "last": max(last, 1)}
            )  # fmt: skip


def _plain(value: Any) -> Any:
    """A moment in the one way in which both databases' come out."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return str(value)
