"""Desks and drafts: opened by a key, saved at every pause. A browser's desk is erased when the person leaves; somebody's own stays."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from assistant.labs.lab import Lab
from assistant.records.completions import settle
from assistant.records.database import Database
from assistant.records.tables import Attempt, Batch, Desk, Draft, Person, Work, now

OWN = "@"
"""What the key of somebody's own desk begins with. A browser's key never does (ui/desk.py)."""


class Drafts:
    """Desks and what lies on them. Every method raises RecordsError where the database can't be read or written."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sit_down(self, key: str, tab: str) -> tuple[Desk, list[Draft]]:
        """The desk of that key with its drafts, the open one last, made where there is none. `tab` has seen all there is, and may write."""
        with self._database.writing() as session:
            desk = _desk(session, key)
            desk.tab = _seen(desk.tab, tab)
            return desk, list(desk.drafts)

    def look(self, key: str) -> tuple[Desk, list[Draft]] | None:
        """The desk of that key with its drafts, the open one last; None where the key opens none."""
        with self._database.reading() as session:
            desk = session.get(Desk, _hash(key))
            return (desk, list(desk.drafts)) if desk else None

    def save(self, key: str, tab: str, **columns: Any) -> Draft | None:
        """Writes columns of the open draft; `answers` are added to those there are. None where another tab wrote since this one looked."""
        with self._database.writing() as session:
            desk = _desk(session, key)
            if desk.tab and tab not in desk.tab.split():
                return None
            desk.tab = tab
            draft = desk.drafts[-1]
            _move(desk, f"draft/{draft.form}")
            answers: Mapping[str, str] = columns.pop("answers", {})
            changed = {box: text for box, text in answers.items() if draft.answers.get(box, "") != text}
            if changed:
                draft.answers = draft.answers | changed
            for column, value in columns.items():
                setattr(draft, column, value)
            return draft

    def take_over(self, key: str, tab: str, id: int, **columns: Any) -> bool | None:
        """Writes columns of one of the desk's drafts as a tab shows them, whoever wrote last, and lays it on top. True where other words
        stood in their place: these stay as a draft of their own. None where the desk has no such draft."""
        with self._database.writing() as session:
            desk = _desk(session, key)
            draft = next((one for one in desk.drafts if one.id == id), None)
            if draft is None:
                return None
            told = columns.pop("answers")
            others = [(draft.answers.get(box, ""), text) for box, text in told.items()]
            others += [(draft.prose, text) for column, text in columns.items() if column == "prose"]
            lost = any(there.strip() and there != text for there, text in others)
            if lost:
                names = (column.key for column in Draft.__table__.columns if column.key not in ("id", "saved"))
                session.add(Draft(**{name: getattr(draft, name) for name in names}))
            desk.tab, draft.opened, draft.answers = tab, now(), draft.answers | told
            for column, value in columns.items():
                setattr(draft, column, value)
            return lost

    def write(self, id: int, **columns: Any) -> None:
        """Writes columns of one draft, whichever tab looks at it: what a model goes on saying while the page is loaded anew."""
        with self._database.writing() as session:
            draft = session.get(Draft, id)
            if draft and (answers := columns.pop("answers", {})):
                draft.answers = draft.answers | answers
            for column, value in columns.items() if draft else ():
                setattr(draft, column, value)

    def works(self, key: str) -> tuple[dict[str, Work], dict[str, list[Attempt]]]:
        """The exercises that the desk of that key is at, and what was handed in, each by the exercise's id, the last attempt last."""
        with self._database.reading() as session:
            desk = session.get(Desk, _hash(key))
            handed_in: dict[str, list[Attempt]] = {}
            for attempt in desk.attempts if desk else ():
                handed_in.setdefault(attempt.exercise, []).append(attempt)
            return {work.exercise: work for work in desk.works} if desk else {}, handed_in

    def save_work(self, key: str, exercise: str, tab: str, **columns: Any) -> Work | None:
        """Writes columns of an exercise that was begun. None where another tab wrote since this one looked, or nobody here is at it."""
        with self._database.writing() as session:
            work = session.get(Work, (_hash(key), exercise))
            if work is None or (work.tab and tab not in work.tab.split()):
                return None
            work.tab = tab
            for column, value in columns.items():
                setattr(work, column, value)
            _move(work.desk, f"labs/{exercise}")
            return work

    def work(self, key: str, exercise: str, **columns: Any) -> Work:
        """Writes columns (`answer`, `hints`) of the exercise that the desk is at, whichever tab does; it is begun with the first. `tab` has
        seen all there is, and may write."""
        with self._database.writing() as session:
            desk = _desk(session, key)
            session.flush()
            _move(desk, f"labs/{exercise}")
            work = session.get(Work, (desk.key, exercise))
            if work is None:
                work = Work(desk=desk, exercise=exercise)
                session.add(work)
            if "tab" in columns:
                columns["tab"] = _seen(work.tab or "", columns["tab"])
            for column, value in columns.items():
                setattr(work, column, value)
            return work

    def hand_in(self, key: str, exercise: str, answer: str, grade: dict[str, Any], labs: Iterable[Lab]) -> Attempt:
        """Appends an attempt: once this returns it is kept, whatever happens to the server. It is of whoever the desk is; those of
        the labs that they have finished with it are written down."""
        with self._database.writing() as session:
            desk = _desk(session, key)
            session.flush()
            _move(desk, f"labs/{exercise}")
            attempt = Attempt(
                desk_key=desk.key, person_id=desk.person_id, batch_id=desk.batch_id, exercise=exercise, answer=answer, grade=grade
            )  # fmt: skip
            session.add(attempt)
            session.flush()
            if desk.person_id and desk.batch_id:
                settle(session, desk.person_id, desk.batch_id, labs)
            return attempt

    def ask_help(self, key: str, asking: bool) -> None:
        """Whoever sits at the desk asks for help, or needs it no more."""
        with self._database.writing() as session:
            _desk(session, key).help = now() if asking else None

    def speak(self, key: str, language: str) -> None:
        """Remembers the language of the desk's screen."""
        with self._database.writing() as session:
            _desk(session, key).screen = language

    def begin(self, key: str, tab: str, **columns: Any) -> Draft:
        """A new paper on the desk; those before it stay, for what they know of the office."""
        with self._database.writing() as session:
            desk = _desk(session, key)
            desk.tab = tab
            _move(desk, f"draft/{columns.get('form', '')}")
            draft = Draft(desk=desk, **columns)
            session.add(draft)
            session.flush()
            return draft

    def reopen(self, key: str, tab: str, id: int) -> None:
        """Lays an earlier paper of the same desk on top again; an id of another desk does nothing."""
        with self._database.writing() as session:
            desk = _desk(session, key)
            desk.tab = tab
            for draft in desk.drafts:
                if draft.id == id:
                    draft.opened = now()

    def leave(self, key: str) -> None:
        """Erases a browser's desk and all that was typed at it; what somebody typed who was signed in stays theirs."""
        with self._database.writing() as session:
            desk = session.get(Desk, _hash(key))
            if desk and not desk.person_id:
                session.delete(desk)


def own_desk(person: Person, batch: Batch | None = None) -> str:
    """The key of somebody's own desk in a batch, or outside of any: the same at every seat. No browser's key looks like it."""
    return f"{OWN}{person.id}/{batch.id if batch else 0}"


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def _seen(tabs: str, tab: str) -> str:
    """The tabs that may write once another one has looked: it, and the one that wrote last. Whichever writes next goes on alone."""
    return " ".join(dict.fromkeys([*tabs.split()[:1], *tab.split()]))


def _move(desk: Desk, place: str) -> None:
    desk.place, desk.moved = place[:120], now()


def _desk(session: Session, key: str) -> Desk:
    """The desk, with at least one draft on it."""
    desk = session.get(Desk, _hash(key))
    if desk is None:
        desk = Desk(key=_hash(key), screen="hi", tab="")
        if key.startswith(OWN):
            person, batch = key.removeprefix(OWN).split("/")
            desk.person_id, desk.batch_id = int(person), int(batch) or None
        session.add(desk)
    if not desk.drafts:
        desk.drafts.append(Draft(language="hi", step=1, answers={}, opened=now()))
        session.flush()
    return desk
