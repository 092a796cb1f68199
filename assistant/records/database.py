"""The database of one installation: opened, brought up to date, read and written; every failure is a RecordsError."""

import os
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from assistant.errors import RecordsError
from assistant.settings import Settings

MIGRATIONS = Path(__file__).parent / "migrations"
PATIENCE = 5000
"""Milliseconds that SQLite waits for another program to let go of the database."""
WRITERS = 4607
"""PostgreSQL's number of the lock that whoever writes holds."""


class Database:
    """Gives sessions that read and sessions that write. One writes at a time, so that what it read is still so when it writes."""

    def __init__(self, engine: Engine, home: Path) -> None:
        self.engine = engine
        self.home = home
        self._file = Path(engine.url.database or "") if engine.dialect.name == "sqlite" else None
        self._number = _number(self._file)
        self._reading = engine.execution_options(reading=True)
        # SQLite's own waiting is a sleep of up to a tenth of a second: threads of one process queue here instead.
        self._turn: AbstractContextManager[Any] = threading.Lock() if engine.dialect.name == "sqlite" else nullcontext()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A look at the database as it is at one moment; nothing may be changed in it."""
        with self._told(), Session(self._reading, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A change, whole or not at all; once this ends without an error it is on the disk."""
        self._there()  # it would be written into a file that no longer has a name
        with self._told(), self._turn, Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A connection to which the database stands still, however long one looks."""
        level = {"isolation_level": "REPEATABLE READ"} if self.engine.dialect.name == "postgresql" else {}
        with self._told(), self._reading.connect().execution_options(**level) as connection, connection.begin():
            yield connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            raise _failed(error, self._file is not None, self.home) from None

    def _there(self) -> None:
        if self._number != _number(self._file):
            raise RecordsError("error.records.gone", home=self.home)

    def ping(self) -> None:
        """Asks the database for the simplest thing."""
        self._there()
        with self.reading() as session:
            session.execute(text("SELECT 1"))


def open_database(settings: Settings) -> Database:
    """The database, made or brought up to date first. Raises RecordsError where that can't be done."""
    from alembic.util import CommandError

    home = settings.home.resolve()
    try:
        home.mkdir(parents=True, exist_ok=True)
        engine = create_engine(
            settings.database_url or f"sqlite:///{home / 'edaksh.db'}", pool_pre_ping=True, hide_parameters=True
        )
        if engine.dialect.name == "sqlite":
            _make(engine.url.database)
            event.listen(engine, "connect", _sqlite)
        event.listen(engine, "begin", _begin)
        migrate(engine)
    except OSError as error:
        raise RecordsError("error.records", why=error.strerror or "", home=home) from None
    except CommandError:
        raise RecordsError("error.records.newer", home=home) from None
    except (SQLAlchemyError, ModuleNotFoundError) as error:
        raise _failed(error, not settings.database_url, home) from None
    return Database(engine, home)


def _make(file: str | None) -> None:
    """A new database's file, which this account alone may read: it holds everybody's work."""
    if file and file != ":memory:" and not Path(file).exists():
        os.close(os.open(file, os.O_CREAT | os.O_WRONLY, 0o600))


def _number(file: Path | None) -> int:
    """What tells an SQLite file from another that took its name; 0 where the database is none, or the file is gone."""
    try:
        return file.stat().st_ino if file else 0
    except OSError:
        return 0


def _failed(error: Exception, ours: bool, home: Path) -> RecordsError:
    """The failure in words: `ours` is a file in the folder of the data, else a server that a setting names."""
    cause = getattr(error, "orig", None) or error
    why = str(cause).strip().split("\n")[0]
    if getattr(cause, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return RecordsError("error.records.busy", why=why, home=home)
    return RecordsError("error.records" if ours else "error.records.server", why=why, home=home)


def _sqlite(connection: Any, _: Any) -> None:
    """WAL with FULL loses nothing at a power cut; transactions begin where we say, so that two writers wait for each other."""
    connection.isolation_level = None
    pragmas = (
        "journal_mode=WAL",
        "synchronous=FULL",
        f"busy_timeout={PATIENCE}",
        "foreign_keys=ON",
        "secure_delete=ON",
    )
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Begins a transaction; one that writes waits for those that write, and then sees what they wrote."""
    reads = connection.get_execution_options().get("reading")
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
    elif connection.dialect.name == "postgresql" and not reads:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")


def migrate(engine: Engine) -> None:
    """Brings the tables to the newest revision."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
