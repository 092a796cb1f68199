"""A cell of a trainer's list as people read it: titles and words for the ids that the files keep, because programs hold on to those."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from assistant.checks.finding import title
from assistant.errors import AssistantError
from assistant.labs import Labs
from assistant.labs.grade import why_not
from assistant.labs.rubric import RubricFile
from assistant.messages import say
from assistant.ui.pieces.html import moment

WHOLE = ("missing", "findings", "why_not", "reason")
"""Columns of sentences, which take as many lines as they need."""

Row = Mapping[str, Any]


class Cells:
    """The cells of a list in one language; what has no name any more is shown by its id."""

    def __init__(self, labs: Labs, language: str) -> None:
        self.labs, self.language, self.titles = labs, language, labs.titles(language)

    def cell(self, column: str, row: Row) -> str:
        value = row[column]
        if isinstance(value, str):
            return NAMED[column](self, value, row) if value and column in NAMED else value
        if isinstance(value, bool):
            return say("lists.yes" if value else "lists.no", self.language)
        if isinstance(value, datetime):
            return moment(value)
        if isinstance(value, date):
            return value.strftime("%d.%m.%Y")
        if isinstance(value, float):
            return f"{value:g}"
        return "" if value is None else str(value)

    def lab(self, id: str, row: Row) -> str:
        lab = self.labs.labs.get(id)
        return lab.title[self.language] if lab else id

    def exercise(self, id: str, row: Row) -> str:
        return self.titles.get(id, id)

    def missing(self, gaps: str, row: Row) -> str:
        """Of `exercise: why; exercise: why`: the exercises of each reason together."""
        found: dict[str, list[str]] = {}
        for gap in gaps.split("; "):
            id, _, why = gap.partition(": ")
            found.setdefault(why, []).append(self.exercise(id, row))
        return "; ".join(f"{say(f'person.why.{why}', self.language)}: {', '.join(each)}" for why, each in found.items())

    def by(self, who: str, row: Row) -> str:
        return ", ".join(say(f"lists.by.{one}", self.language) for one in who.split(", "))

    def rubric(self, id: str, row: Row) -> str:
        """Of `name@hash`."""
        name = id.partition("@")[0]
        file = self._rubric(name)
        return file.title[self.language] if file else name

    def criterion(self, id: str, row: Row) -> str:
        try:
            file = self._rubric(self.labs.find(row["exercise"]).file.rubric)
        except AssistantError:
            return id
        return next((one.name[self.language] for one in file.criteria if one.id == id), id) if file else id

    def findings(self, codes: str, row: Row) -> str:
        return "; ".join(title(code)[self.language] for code in codes.split(", "))

    def why_not(self, told: str, row: Row) -> str:
        return why_not(told, self.language)

    def _rubric(self, name: str) -> RubricFile | None:
        try:
            return self.labs.rubric(name).file
        except AssistantError:
            return None


NAMED: dict[str, Callable[[Cells, str, Row], str]] = {
    "lab": Cells.lab, "exercise": Cells.exercise, "missing": Cells.missing, "graded_by": Cells.by, "by": Cells.by,
    "rubric": Cells.rubric, "criterion": Cells.criterion, "findings": Cells.findings, "why_not": Cells.why_not,
}  # fmt: skip
"""The columns whose texts are ids, and how each is read."""
