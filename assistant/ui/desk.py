"""Who sits where: the browser's key, carried by a cookie that no script can read, and what lies on that desk."""

import json
import logging
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Protocol

from assistant.assistant import Assistant
from assistant.drafting import Draft as Made
from assistant.errors import AssistantError, InputError, Problem, ProblemsError, RecordsError
from assistant.forms.answers import CHOICES, box_of, gather, typed
from assistant.forms.brief import Brief, check_brief
from assistant.forms.following import carried
from assistant.forms.form import Form
from assistant.forms.twin import is_foreign
from assistant.language.sentences import STOPS
from assistant.messages import LANGUAGES, OTHER, tell
from assistant.records import Batch, Desk, Draft, own_desk
from assistant.records.drafts import OWN
from assistant.ui.seat import seat_of

log = logging.getLogger(__name__)

COOKIE = "edaksh_desk"
BUSY = "error.records.busy"
IGNORED, VERSIONS, SOURCE, PAPER, TWIN_OF = "ignored", "versions", "translates", "coach.paper", "twin-of"
WRITING = "writing"
"""Where these lie among a draft's answers: the findings that a person left aside, its text as it stood before, the text in the other
language that it is to say, the paper that its facts are read from, whose twin it is, and that a model began to write it and didn't come
to the end."""
STOPPED = "stopped"
"""What stands under WRITING where a person stopped the model."""
LONGEST = 400 * 24 * 3600
"""Seconds that a browser keeps its key: as long as browsers allow, so that an officer's own PC remembers the office."""


class Request(Protocol):
    """What is asked of a request, Gradio's or the server's: its cookies."""

    @property
    def cookies(self) -> Mapping[str, str]: ...


def _log(error: RecordsError) -> None:
    log.error("%s", tell(error, "en"))


def for_person(error: AssistantError) -> AssistantError:
    """The error as somebody at a screen should read it: folders and reasons of the server are for its log."""
    if not isinstance(error, RecordsError):
        return error
    _log(error)
    return InputError("error.save.busy" if error.key == BUSY else "error.save")


def for_trainer(error: AssistantError) -> AssistantError:
    """The same for whoever can do something about it: with the reason, and what to look at."""
    if not isinstance(error, RecordsError):
        return error
    _log(error)
    if error.key == BUSY:
        return InputError(BUSY)
    return InputError("error.save.trainer", why=error.values.get("why") or error.key.rpartition(".")[2])


def new_key() -> str:
    return secrets.token_urlsafe(32)


def key_of(request: Request) -> str:
    """The key of the desk: somebody's own where one is signed in, else the browser's; a browser that takes no cookie gets one that
    nothing was ever saved under."""
    if seat := seat_of(request):
        return own_desk(seat.person, seat.batch)
    key = request.cookies.get(COOKIE, "")
    return key if key and not key.startswith(OWN) else new_key()


def asked_language(asked: Mapping[str, str]) -> str:
    """The language that an address or a form asks for, as `lang`; Hindi where it asks for none of ours."""
    language = asked.get("lang", "")
    return language if language in LANGUAGES else "hi"


def language_of(assistant: Assistant, request: Request, asked: str = "") -> str:
    """The language that is asked for, else that of the desk's screen; Hindi where the desk can't be read."""
    if asked in LANGUAGES:
        return asked
    try:
        there = assistant.records.look(key_of(request))
    except AssistantError:
        return "hi"
    return there[0].screen if there else "hi"


@dataclass(frozen=True)
class Table:
    """A desk as the screen sees it: the open draft, and what follows from what was typed into it."""

    assistant: Assistant
    desk: Desk
    drafts: list[Draft]

    @property
    def draft(self) -> Draft:
        """The open one."""
        return self.drafts[-1]

    @property
    def connected(self) -> bool:
        """Whether there is a model for whoever sits here: a trainer can turn it off for the room."""
        return self.assistant.model.connected and (self.batch is None or self.batch.model)

    @property
    def coached(self) -> bool:
        """Whether the coach helps whoever sits here: the trainer can turn that off too."""
        return self.batch is None or self.batch.coach

    @cached_property
    def batch(self) -> Batch | None:
        """The batch of whoever sits here; None outside of any."""
        return self.assistant.records.batches.by_id(self.desk.batch_id) if self.desk.batch_id else None

    @property
    def screen(self) -> str:
        """The language of the screen."""
        return self.desk.screen

    @property
    def form(self) -> Form | None:
        """The open draft's form; None before one was chosen, or where its files are gone."""
        return self.assistant.library.forms.get(self.draft.form)

    @cached_property
    def read(self) -> Brief | list[Problem]:
        """The brief out of the boxes, or what is wrong in them."""
        if self.form is None:
            return []
        try:
            return check_brief(self.form, gather(self.form, self.draft.answers))
        except ProblemsError as error:
            return error.problems

    @property
    def brief(self) -> Brief | None:
        return self.read if isinstance(self.read, Brief) else None

    @property
    def wrong(self) -> dict[str, Problem]:
        """The first thing wrong with each box, by the box's id."""
        if self.form is None or isinstance(self.read, Brief):
            return {}
        return {box_of(problem, self.form): problem for problem in reversed(self.read)}

    @cached_property
    def made(self) -> Made | None:
        """The paper as it stands; None while the brief can't be read."""
        if self.brief is None:
            return None
        by: Literal["model", "offline"] = "model" if self.draft.by == "model" else "offline"
        return self.assistant.drafter.finish(self.brief, self.draft.language, self.draft.prose, by, stump=self.stump)

    @property
    def stump(self) -> str:
        """The paragraph in which a model broke off or was stopped, as long as it stands as it came; "" where its sentence is whole."""
        last = self.draft.written.rpartition("\n")[2] if self.draft.answers.get(WRITING) else ""
        return last if last in self.draft.prose.split("\n") and not last.rstrip().endswith(tuple(STOPS)) else ""

    @cached_property
    def twin(self) -> "Table | None":
        """The desk with the same paper in the other language on top; None where there is none."""
        mine = self.draft
        for draft in reversed(self.drafts[:-1]):
            linked = draft.answers.get(TWIN_OF) == str(mine.id) or mine.answers.get(TWIN_OF) == str(draft.id)
            if linked and draft.form == mine.form and draft.language != mine.language:
                return Table(self.assistant, self.desk, [draft])
        return None

    @property
    def source(self) -> str:
        """The text in the other language that a model puts into this paper's; "" where it writes from the facts."""
        return str(self.draft.answers.get(SOURCE, ""))

    @property
    def ignored(self) -> dict[tuple[str, str], str]:
        """The findings that the person left aside, each with the reason: (code, words) → reason."""
        told = self.draft.answers.get(IGNORED)
        return {(code, quote): reason for code, quote, reason in json.loads(told)} if told else {}

    def remembered(self, language: str, next: str) -> dict[str, str]:
        """What the next paper (of the form `next`) begins with, as it was last told: the office, who signs; best from a paper in its
        language. Who signs the office's papers signs no note or application, and the other way round."""
        wanted = self.assistant.library.form(next).fields
        kept: dict[str, dict[str, str]] = {}
        alike = [draft for draft in self.drafts if draft.language == language]
        others = [draft for draft in self.drafts if draft.language != language]
        for draft in (*reversed(alike), *reversed(others)):
            form = self.assistant.library.forms.get(draft.form)
            for field, spec in form.fields.items() if form else ():
                if not spec.kept or field in kept or field not in wanted or wanted[field].kept != spec.kept:
                    continue
                if told := {
                    box: text for box, text in draft.answers.items() if text and box.partition(".")[0] == field
                }:
                    kept[field] = told
        return {box: text for told in kept.values() for box, text in told.items()}

    def retold(self, language: str, next: str) -> dict[str, str]:
        """What of the open paper came from earlier ones in the other language, as it was told in this one: for a paper whose language
        is changed before it is written. What was typed into this paper itself stays."""
        before = Table(self.assistant, self.desk, self.drafts[:-1])
        own, other = before.remembered(language, next), before.remembered(OTHER[language], next)
        mine = self.draft.answers
        changed = {box for box, text in other.items() if mine.get(box) == text != own.get(box)}
        fields = {box.partition(".")[0] for box in changed}
        return dict.fromkeys(changed, "") | {box: text for box, text in own.items() if box.partition(".")[0] in fields}

    def carried(self, id: str) -> dict[str, str]:
        """What the open paper gives to one of another form that is made from it, as the texts of its boxes."""
        if self.form is None or id not in self.form.file.follows:
            return {}
        to, state = self.assistant.library.form(id), self.draft.answers.get("state") or self.assistant.settings.state
        data = gather(self.form, self.draft.answers).data
        told = typed(to, carried(self.form, data, to, self.draft.language, state))
        return {box: text for box, text in told.items() if text}

    @property
    def left(self) -> tuple[int, str, bool] | None:
        """The drafted paper before the open one, in which nothing is written yet: its id, its title, and whether it is in the same
        language."""
        if self._about(self.draft) or len(self.drafts) < 2 or not (before := self.drafts[-2]).prose:
            return None
        title = self.titles().get(before.id)
        return (before.id, title, before.language == self.draft.language) if title else None

    def lent(self, id: str) -> dict[str, str]:
        """What another paper of this desk tells for the open one's empty boxes: not its number, and not who writes, which is known."""
        fields, mine = self.form.fields if self.form else {}, written(self.draft)
        told = next((written(draft) for draft in self.drafts if str(draft.id) == id), {})
        asked = {box: fields.get(box.partition(".")[0]) for box in told.keys() - mine.keys() - {"number"}}
        return {box: told[box] for box, spec in asked.items() if spec and not spec.kept}

    def titles(self) -> dict[int, str]:
        """The papers of this desk that have something of their own, the latest first: id → form and subject, in the screen's language."""
        forms = self.assistant.library.forms
        told = {draft.id: (forms.get(draft.form), self._about(draft)) for draft in reversed(self.drafts)}
        return {id: f"{form.title[self.screen]}: {about}" for id, (form, about) in told.items() if form and about}

    def _about(self, draft: Draft) -> str:
        """What a paper is about, as far as was told: its subject, else the first thing typed into it, else its prose."""
        form, filled = self.assistant.library.forms.get(draft.form), written(draft)
        own = {id for id in form.asked if not form.fields[id].kept} if form else set()
        first = next(
            (filled[box] for box in ("subject", *filled) if box in filled and box.partition(".")[0] in own), ""
        )
        return (first or draft.prose).strip().split("\n")[0][:80]

    def offers(self, box: str) -> list[str]:
        """Lines that were given for people before, the latest first, without those that stand in this box; of papers in the other
        language not what is in its script."""
        standing, language = set(_lines(self.draft, box)), self.draft.language
        lines = dict[str, None]()
        for draft in reversed(self.drafts[:-1]):
            form = self.assistant.library.forms.get(draft.form)
            if form and box in form.fields:
                same = draft.language == language
                lines |= dict.fromkeys(line for line in _lines(draft, box) if same or not is_foreign(line, language))
        return [line for line in lines if line not in standing][:6]


def _lines(draft: Draft, box: str) -> list[str]:
    """The lines of a box, without the space that is left behind a word as one types."""
    return [line.strip() for line in draft.answers.get(box, "").split("\n") if line.strip()]


def written(draft: Draft) -> dict[str, str]:
    """What a person wrote into a paper's boxes; a choice always stands at something."""
    return {
        box: text
        for box, text in draft.answers.items()
        if text.strip() and box not in (*CHOICES, IGNORED, VERSIONS, SOURCE, TWIN_OF, WRITING)
    }


def table(assistant: Assistant, request: Request) -> Table:
    """The desk of a request as it is saved."""
    key = key_of(request)
    desk, drafts = assistant.records.look(key) or assistant.records.sit_down(key, "")
    return Table(assistant, desk, drafts) if drafts else Table(assistant, *assistant.records.sit_down(key, desk.tab))
