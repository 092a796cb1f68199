"""Reports: who finished what, what was handed in, marks by criterion, who was there, what was learnt. Rows first; export.py makes files of them."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from assistant.labs.lab import Lab
from assistant.records.attempts import Tried
from assistant.records.tables import Batch, Person
from assistant.records.verdicts import Handed

if TYPE_CHECKING:
    from assistant.records.records import Records

WHO = ("employee_id", "name", "designation", "office", "district", "batch")
"""What every report begins with."""


class Table(NamedTuple):
    """A report: its columns, and a row for each line, of texts, numbers, truths, days and moments by this computer's clock."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


class Line(NamedTuple):
    """What a report says of somebody: `at` is the day it belongs to, where it has one."""

    person: Person
    at: datetime | None
    values: tuple[Any, ...]


class Only(NamedTuple):
    """Which lines are wanted; an empty one wants all."""

    centre: str = ""
    district: str = ""
    role: str = ""
    day: date | None = None

    def takes(self, batch: Batch, line: Line) -> bool:
        day = line.at.astimezone().date() if line.at and self.day else None
        return (
            self.centre in ("", batch.centre)
            and self.district in ("", line.person.district)
            and self.role in ("", line.person.role)
            and self.day in (None, day)
        )


Lines = Callable[["Records", Batch, Mapping[str, Lab]], Iterator[Line]]


class Report(NamedTuple):
    columns: tuple[str, ...]
    lines: Lines


def report(
    name: str, records: "Records", batches: Sequence[Batch], labs: Mapping[str, Lab], only: Only | None = None
) -> Table:
    """A report (`REPORTS`) of some batches. Whether they may be seen is the caller's to know."""
    kind, only = REPORTS[name], only or Only()
    rows = [
        (*_who(line.person, batch), *line.values)
        for batch in batches
        for line in kind.lines(records, batch, labs)
        if only.takes(batch, line)
    ]
    return Table((*WHO, *kind.columns), rows)


def _who(person: Person, batch: Batch) -> tuple[str, ...]:
    return person.employee_id, person.name, person.designation, person.office, person.district, batch.code


def _completions(records: "Records", batch: Batch, labs: Mapping[str, Lab]) -> Iterator[Line]:
    for person, _, one in records.completions.of_batch(batch, labs):
        if one.finished_at:
            yield Line(person, one.finished_at, (one.lab, _local(one.finished_at), one.score))


def _progress(records: "Records", batch: Batch, labs: Mapping[str, Lab]) -> Iterator[Line]:
    for person, _, one in records.completions.of_batch(batch, labs):
        missing = "; ".join(f"{gap.exercise}: {gap.why}" for gap in one.missing)
        yield Line(person, one.finished_at, (one.lab, one.complete, one.done, one.needed, missing))


def _tries(records: "Records", batch: Batch) -> Iterator[tuple[int, Tried[Handed]]]:
    """What was handed in, each with its number among that person's tries of that exercise."""
    counted: Counter[tuple[int, str]] = Counter()
    for tried in records.attempts.figures(batch):
        counted[key := (tried.person.id, tried.attempt.exercise)] += 1
        yield counted[key], tried


def _attempts(records: "Records", batch: Batch, labs: Mapping[str, Lab]) -> Iterator[Line]:
    names = {one.id: one.employee_id for one in records.people.staff()}
    parts = records.attempts.parts(batch, "graded_by", "rubric")
    for n, tried in _tries(records, batch):
        attempt, counts, mark = tried.attempt, tried.verdict, tried.verdict.mark
        last = tried.decisions[-1] if tried.decisions else None
        graded_by, rubric = parts[attempt.id]
        yield Line(tried.person, attempt.at, (
            attempt.exercise, n, _local(attempt.at), attempt.score, attempt.passed, ", ".join(graded_by or ()), rubric or "",
            mark.score if mark else None, bool(counts.returned), names.get(last.by_id or 0, "") if last else "",
            last.reason if last else "", counts.score, counts.passed,
        ))  # fmt: skip


def _marks(records: "Records", batch: Batch, labs: Mapping[str, Lab]) -> Iterator[Line]:
    parts = records.attempts.parts(batch, "criteria")
    for n, tried in _tries(records, batch):
        attempt = tried.attempt
        first = (attempt.exercise, n, _local(attempt.at))
        for mark in parts[attempt.id][0] or ():
            found, why_not = ", ".join(mark.get("findings", ())), mark.get("why_not", "")
            yield Line(
                tried.person,
                attempt.at,
                (*first, mark["id"], mark["weight"], mark["score"], mark["by"], found, why_not),
            )


def _attendance(records: "Records", batch: Batch, labs: Mapping[str, Lab]) -> Iterator[Line]:
    for one in records.room.attendance(batch):
        minutes = round((one.last - one.first).total_seconds() / 60)
        yield Line(one.person, one.first, (one.day, _local(one.first), _local(one.last), minutes))


def _learning(records: "Records", batch: Batch, labs: Mapping[str, Lab]) -> Iterator[Line]:
    tries: dict[tuple[int, str], list[Tried[Handed]]] = {}
    for tried in records.attempts.figures(batch):
        tries.setdefault((tried.person.id, tried.attempt.exercise), []).append(tried)
    for (_, exercise), each in tries.items():
        first, last = each[0].verdict.score, each[-1].verdict.score
        best = max(one.verdict.score for one in each)
        change = round(last - first, 1) if len(each) > 1 else None
        yield Line(each[0].person, each[-1].attempt.at, (exercise, len(each), first, last, best, change))


REPORTS = {
    "completions": Report(("lab", "finished_at", "score"), _completions),
    "progress": Report(("lab", "complete", "done", "needed", "missing"), _progress),
    "attempts": Report(
        ("exercise", "attempt", "handed_in_at", "score", "passed", "graded_by", "rubric", "trainers_score", "returned", "decided_by",
         "reason", "counts", "counts_as_passed"), _attempts,
    ),
    "marks": Report(
        ("exercise", "attempt", "handed_in_at", "criterion", "weight", "score", "by", "findings", "why_not"), _marks
    ),
    "attendance": Report(("day", "first_seen", "last_seen", "minutes"), _attendance),
    "learning": Report(("exercise", "attempts", "first_score", "last_score", "best_score", "change"), _learning),
}  # fmt: skip


def _local(moment: datetime) -> datetime:
    """By this computer's clock, to the second, as a sheet shows it."""
    return moment.astimezone().replace(microsecond=0)
