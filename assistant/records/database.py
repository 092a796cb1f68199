"""The database of one installation: opened, brought up to date, read and written; every failure is a RecordsError."""

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
WRITERS = 4607
"""PostgreSQL's number of the lock that whoever writes holds."""


class Database:
    """Gives sessions that read and sessions that write. One writes at a time, so that what it read is still so when it writes."""

    def __init__(self, engine: Engine, home: Path) -> None:
        self.engine = engine
        self.home = home
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
        with self._told(), self._turn, Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            raise RecordsError("error.records", why=_reason(error), home=self.home) from None

    def ping(self) -> None:
        """Asks the database for the simplest thing."""
        with self.reading() as session:
            session.execute(text("SELECT 1"))


def open_database(settings: Settings) -> Database:
    """The database, made or brought up to date first. Raises RecordsError where that can't be done."""
    home = settings.home.resolve()
    try:
        home.mkdir(parents=True, exist_ok=True)
        engine = create_engine(
            settings.database_url or f"sqlite:///{home / 'edaksh.db'}", pool_pre_ping=True, hide_parameters=True
        )
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _sqlite)
        event.listen(engine, "begin", _begin)
        migrate(engine)
    except OSError as error:
        raise RecordsError("error.records", why=error.strerror or "", home=home) from None
    except (SQLAlchemyError, ModuleNotFoundError) as error:
        raise RecordsError("error.records", why=_reason(error), home=home) from None
    return Database(engine, home)


def _reason(error: Exception) -> str:
    return str(getattr(error, "orig", None) or error).strip().split("\n")[0]


def _sqlite(connection: Any, _: Any) -> None:
    """WAL with FULL loses nothing at a power cut; transactions begin where we say, so that two writers wait for each other."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000", "foreign_keys=ON", "secure_delete=ON"):
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
