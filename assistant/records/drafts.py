"""Desks and drafts: opened by a browser's key, saved at every pause, erased when the person leaves."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from assistant.errors import RecordsError
from assistant.records.tables import Attempt, Desk, Draft, Work, now
from assistant.settings import Settings

MIGRATIONS = Path(__file__).parent / "migrations"


class Records:
    """The database of one installation. Every method raises RecordsError where it can't be read or written."""

    def __init__(self, engine: Engine, home: Path) -> None:
        self._engine = engine
        self._home = home

    @contextmanager
    def _session(self) -> Iterator[Session]:
        try:
            with Session(self._engine, expire_on_commit=False) as session, session.begin():
                yield session
        except SQLAlchemyError as error:
            reason = str(getattr(error, "orig", "") or type(error).__name__)
            raise RecordsError("error.records", why=reason, home=self._home) from None

    def ping(self) -> None:
        """Asks the database for the simplest thing."""
        with self._session() as session:
            session.execute(text("SELECT 1"))

    def sit_down(self, key: str, tab: str) -> tuple[Desk, list[Draft]]:
        """The desk of that key with its drafts, the open one last, made where there is none. `tab` may write from now on."""
        with self._session() as session:
            desk = _desk(session, key)
            desk.tab = tab
            return desk, list(desk.drafts)

    def look(self, key: str) -> tuple[Desk, list[Draft]] | None:
        """The desk of that key with its drafts, the open one last; None where the key opens none."""
        with self._session() as session:
            desk = session.get(Desk, _hash(key))
            return (desk, list(desk.drafts)) if desk else None

    def save(self, key: str, tab: str, **columns: Any) -> Draft | None:
        """Writes columns of the open draft; `answers` are added to those there are. None where another tab took over."""
        with self._session() as session:
            desk = _desk(session, key)
            if desk.tab not in ("", tab):
                return None
            desk.tab = tab
            draft = desk.drafts[-1]
            answers: Mapping[str, str] = columns.pop("answers", {})
            changed = {box: text for box, text in answers.items() if draft.answers.get(box, "") != text}
            if changed:
                draft.answers = draft.answers | changed
            for column, value in columns.items():
                setattr(draft, column, value)
            return draft

    def write(self, id: int, **columns: Any) -> None:
        """Writes columns of one draft, whichever tab looks at it: what a model goes on saying while the page is loaded anew."""
        with self._session() as session:
            draft = session.get(Draft, id)
            for column, value in columns.items() if draft else ():
                setattr(draft, column, value)

    def works(self, key: str) -> tuple[dict[str, Work], dict[str, list[Attempt]]]:
        """The exercises that the desk of that key is at, and what was handed in, each by the exercise's id, the last attempt last."""
        with self._session() as session:
            desk = session.get(Desk, _hash(key))
            handed_in: dict[str, list[Attempt]] = {}
            for attempt in desk.attempts if desk else ():
                handed_in.setdefault(attempt.exercise, []).append(attempt)
            return {work.exercise: work for work in desk.works} if desk else {}, handed_in

    def save_work(self, key: str, exercise: str, tab: str, **columns: Any) -> Work | None:
        """Writes columns of an exercise that was begun. None where another tab took it over, or nobody at this desk is at it."""
        with self._session() as session:
            work = session.get(Work, (_hash(key), exercise))
            if work is None or work.tab not in ("", tab):
                return None
            for column, value in columns.items():
                setattr(work, column, value)
            return work

    def work(self, key: str, exercise: str, **columns: Any) -> Work:
        """Writes columns (`answer`, `hints`) of the exercise that the desk is at, whichever tab does; it is begun with the first."""
        with self._session() as session:
            desk = _desk(session, key)
            session.flush()
            work = session.get(Work, (desk.key, exercise))
            if work is None:
                work = Work(desk=desk, exercise=exercise)
                session.add(work)
            for column, value in columns.items():
                setattr(work, column, value)
            return work

    def hand_in(self, key: str, exercise: str, answer: str, grade: dict[str, Any]) -> Attempt:
        """Appends an attempt: once this returns it is kept, whatever happens to the server."""
        with self._session() as session:
            desk = _desk(session, key)
            attempt = Attempt(desk=desk, exercise=exercise, answer=answer, grade=grade)
            session.add(attempt)
            session.flush()
            return attempt

    def speak(self, key: str, language: str) -> None:
        """Remembers the language of the desk's screen."""
        with self._session() as session:
            _desk(session, key).screen = language

    def begin(self, key: str, tab: str, **columns: Any) -> Draft:
        """A new paper on the desk; those before it stay, for what they know of the office."""
        with self._session() as session:
            desk = _desk(session, key)
            desk.tab = tab
            draft = Draft(desk=desk, **columns)
            session.add(draft)
            session.flush()
            return draft

    def reopen(self, key: str, tab: str, id: int) -> None:
        """Lays an earlier paper of the same desk on top again; an id of another desk does nothing."""
        with self._session() as session:
            desk = _desk(session, key)
            desk.tab = tab
            for draft in desk.drafts:
                if draft.id == id:
                    draft.opened = now()

    def leave(self, key: str) -> None:
        """Erases the desk and all that was typed at it."""
        with self._session() as session:
            desk = session.get(Desk, _hash(key))
            if desk:
                session.delete(desk)


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def _desk(session: Session, key: str) -> Desk:
    """The desk, with at least one draft on it."""
    desk = session.get(Desk, _hash(key))
    if desk is None:
        desk = Desk(key=_hash(key), screen="hi", tab="")
        session.add(desk)
    if not desk.drafts:
        desk.drafts.append(Draft(language="hi", step=1, answers={}, opened=now()))
        session.flush()
    return desk


def open_records(settings: Settings) -> Records:
    """The database, made or brought up to date first. Raises RecordsError where that can't be done."""
    home = settings.home.resolve()
    try:
        home.mkdir(parents=True, exist_ok=True)
        engine = create_engine(settings.database_url or f"sqlite:///{home / 'edaksh.db'}", pool_pre_ping=True)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _sqlite)
            event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
        migrate(engine)
    except OSError as error:
        raise RecordsError("error.records", why=error.strerror or "", home=home) from None
    except (SQLAlchemyError, ModuleNotFoundError) as error:
        raise RecordsError(
            "error.records", why=str(getattr(error, "orig", "") or error).split("\n")[0], home=home
        ) from None
    return Records(engine, home)


def _sqlite(connection: Any, _: Any) -> None:
    """WAL with FULL loses nothing at a power cut; transactions begin where we say, so that two writers wait for each other."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def migrate(engine: Engine) -> None:
    """Brings the tables to the newest revision."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
