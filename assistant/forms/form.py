"""A form: its names, the questions it asks, its parts in order, and where a state's norm departs from its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from assistant.content import Others, Strict, ValueKind, no_others
from assistant.forms.document import LOOKS
from assistant.forms.kinds import KINDS
from assistant.forms.phrases import sayable

Need = Literal["required", "usual", "optional", "never"]
Language = Literal["hi", "en"]
Severity = Literal["error", "warning", "hint"]
THIS = "this"
"""Under `follows`: the paper itself, as a reference of the one that is made from it."""
GROUPS = ("whom", "matter", "tail", "office")
"""The groups in which a form asks: to whom · the matter · what may follow · who writes."""


def _known_look(look: str) -> str:
    if look not in LOOKS:
        raise ValueKind("error.kind.choice", value=look, allowed=", ".join(LOOKS))
    return look


def _countable(mark: str) -> str:
    try:
        mark.format(n=1)
    except (LookupError, ValueError, AttributeError):
        raise ValueKind("error.kind.choice", value=mark, allowed="“{n}. ”, “({n}) ”") from None
    return mark


def _fillable(words: str) -> str:
    """Words whose every brace is a place to fill."""
    try:
        words.format("", "")
    except (LookupError, ValueError, AttributeError):
        raise ValueKind("error.kind.braces", value=words) from None
    return words


def _known_kind(kind: str) -> str:
    if kind not in KINDS:
        raise ValueKind("error.kind.choice", value=kind, allowed=", ".join(KINDS))
    return kind


def _sayable(words: str) -> str:
    """A phrase that can be looked for."""
    if not sayable(words):
        raise ValueKind("error.kind.braces", value=words)
    return words


class Both(Strict):
    """The same words in Hindi and English."""

    hi: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def __getitem__(self, language: str) -> str:
        return self.hi if language == "hi" else self.en


class FieldSpec(Strict):
    """One question that a person is asked: its kind (kinds.KINDS), its words, a short help and an example of an answer."""

    kind: Annotated[str, AfterValidator(_known_kind)]
    told: bool = True
    """Whether a model that writes the prose is told it: what only the form prints stays at home."""
    kept: bool | str = False
    """Whether a person's next paper begins with the same answer: the office, who signs. A word: only papers whose field says the same."""
    ask: Both
    help: Both
    example: Both


class PartSpec(Strict):
    """One part of a form. `beside`: it stands at the right edge of the line before it; where it is a signature, line by line.
    `runs_on`: the next part's first words follow it on its line."""

    id: str
    need: Need
    look: Annotated[str, AfterValidator(_known_look)] = "paragraph"
    name: Both
    field: str = ""
    """The field whose answer fills the part: what to ask for when the part is missing."""
    beside: bool = False
    runs_on: bool = False
    at_issue: bool = False
    """Filled when the paper is issued, so a blank is right in a draft (forms.md 2.0)."""
    anywhere: bool = False
    """Its place is nobody's fault: a memorandum's addressee above or below, an application's place and date at its foot."""


class Numbering(Strict):
    """How paragraphs are numbered: `mark` holds `{n}`; numbering starts at the paragraph `first` once there are `least` of them.

    GoI: the first paragraph unnumbered, then 2., 3. MP: numbered from three paragraphs on (forms.md 2.0).
    """

    mark: Annotated[str, AfterValidator(_countable)] = "{n}. "
    first: int = 1
    least: int = 1


class Lengths(Strict):
    words: tuple[int, int]
    """The least and the most."""

    @model_validator(mode="after")
    def _in_order(self) -> "Lengths":
        least, most = self.words
        if not 0 <= least <= most:
            raise ValueKind("error.length", least=least, most=most)
        return self


Sayings = dict[Language, list[Annotated[str, AfterValidator(_sayable)]]]
"""Phrases by language, as assistant/forms/phrases.py reads them: (a/b), word*, some … words, {date}, {days}, {time}, {law} …"""


class Element(Strict):
    """Something that the paper must say, and by what words it is known that it does.

        elements:
          - id: time
            name: {hi: उत्तर की समय-सीमा, en: the time to reply}
            said: {hi: ["{days} (के भीतर/में)", "{date} तक"], en: ["within {days}", "by {date}"]}
            deadline: true

    Give it many ways of saying: a paper that says it in other words is called wrong by mistake. What one part of the paper can't
    miss (the title, the subject, the number) is a part, not an element.
    """

    id: str
    name: Both
    """What is missing, as it goes on in "…: the paper doesn't say it"."""
    said: Sayings
    """Any one of these says it, in whichever of the two languages."""
    parts: list[str] = []
    """The parts where it may stand; none named: title, subject, the text itself and every part of the form's own (agenda, decisions)."""
    when: Sayings = {}
    """Asked for only where the paper says one of these: the appeal in a reply that refuses, the head where money is spent."""
    unless: Sayings = {}
    """Not asked for where the paper says one of these: a routine duty list needs no power."""
    loosely: Sayings = {}
    """These say it too where the brief gives nothing for a field of the element's id: a sanction's year is a date of effect to go by."""
    other: Sayings = {}
    """Where one of these is said, what it shares words with says something else: the day by which a list is wanted isn't the meeting's."""
    hinted: Sayings = {}
    """Where the paper says one of these, in any of its parts, it may be said in other words: then it is a hint. Words of just this kind,
    with what they are about: a day beside "reply", not any day. What nearly every paper has would make every error a hint."""
    states: list[str] = []
    """The norms that ask for it; none named: all."""
    deadline: bool = False
    """It is a time limit: where the paper says शीघ्र in its place, form.no-deadline says so, and this says nothing."""


class Manner(Strict):
    """A way of addressing: words that open and words that close a paper, and belong together.

    A line is of the manner whose words it begins with; the longest count ("Dear Sir" before "Dear"). Words in no manner say nothing.
    """

    salutation: dict[Language, list[str]]
    subscription: dict[Language, list[str]]
    paired: bool = True
    """Whether the one without the other is a fault. In an e-mail it is none."""


Words = dict[Language, dict[str, Annotated[str, AfterValidator(_fillable)]]]
"""The words that papers are made of, by language and name."""


class Departure(Strict):
    """What one state's norm does differently."""

    parts: dict[str, Need] = {}
    order: list[str] = []
    beside: dict[str, bool] = {}
    numbering: Numbering | None = None
    words: Words = {}


class Shared(Strict):
    """What all forms may use: fields by id, the words of papers by language, and each state's own words."""

    fields: dict[str, FieldSpec]
    words: Words
    states: dict[str, Words]
    shelves: dict[str, Both] = {}
    """What the forms are sorted under where they are offered, in order."""
    manners: dict[str, Manner] = {}
    """The ways of addressing by name (official, personal, applicant, mail); a form names its own under `manners`."""


class FormFile(Strict):
    """`form.yaml` as it is written. A field is a shared one's id, or a whole question of the form's own.

    What a reviewer asks of the form's papers, besides its parts and their order:

        manners: [official]    how it addresses: names of shared.yaml's `manners`; none for a form without salutation
        person: third          first · third · any: who speaks. third: no I, we, मैं, हम; first: no "the undersigned", no "I am directed"
        informs: true          it asks nothing of its reader, or orders (order, press note, minutes, notification)
        proposes: true         it ends with a proposal or a point for decision (note-sheet, inter-departmental note)
        decides: true          its decisions need an owner and a date (minutes)
        spends: true           where it spends money it names head, fund or power (note-sheet, order)
        lists: true            its text may be a list with bullets (circular, minutes, press note)
        notes: true            it is written in the words of a file's notes (note-sheet: do the needful)
        elements: [...]        what its text must say: see Element

    Numbered paragraphs are asked for where `numbering` is, once there are three; a state may depart in it.
    """

    order: int = 100
    shelf: str = ""
    """What it is sorted under where forms are offered (shared.yaml's `shelves`); none: it stands in front."""
    title: Both
    names: dict[Language, list[str]] = {}
    use: Both
    writes: str = "body"
    file: str = ".docx"
    fields: dict[Literal["whom", "matter", "tail", "office"], list[str | dict[str, FieldSpec]]]
    parts: list[PartSpec]
    numbering: Numbering | None = None
    length: Lengths
    copied: list[str] = []
    """The parts that the Copy button gives; none named: the whole paper. A note goes to e-Office as bare paragraphs."""
    words: Words = {}
    manners: list[str] = []
    person: Literal["first", "third", "any"] = "any"
    informs: bool = False
    proposes: bool = False
    decides: bool = False
    spends: bool = False
    lists: bool = False
    notes: bool = False
    elements: list[Element] = []
    cited: str = "letter"
    """The kind of reference that one of its papers is to another (kinds.Reference)."""
    follows: dict[str, dict[str, list[str]]] = {}
    """The forms that are made from it, each with what carries over: a field of theirs → fields of its own, or `this`, the paper itself.

        follows:
          reminder: {to: [to], subject: [subject], request: [request], references: [this]}
    """
    severity: dict[str, Severity] = {}
    """Finding codes that weigh more in this form than they do elsewhere (checks.md)."""
    states: dict[str, Departure] = {}


@dataclass(frozen=True)
class Norm:
    """A form as one state uses it in one language."""

    parts: tuple[PartSpec, ...]
    numbering: Numbering | None
    words: Mapping[str, str]


@dataclass(frozen=True)
class Form:
    """A document form. `groups` holds the ids of the questions in the order they are asked; `fields` every field a brief may have."""

    id: str
    file: FormFile
    shared: Shared
    fields: Mapping[str, FieldSpec]
    groups: Mapping[str, tuple[str, ...]]
    others: Others = field(default=no_others, compare=False)
    """The forms that have a field of an id that this one hasn't."""

    @property
    def title(self) -> Both:
        return self.file.title

    @property
    def asked(self) -> tuple[str, ...]:
        """The ids of the fields that this form asks for, in order."""
        return tuple(id for group in self.groups.values() for id in group)

    def norm(self, state: str, language: str) -> Norm:
        """The form's parts and words in a state's norm; where a state departs in nothing, the form's own."""
        key = (state if state in self.file.states or state in self.shared.states else "", language)
        if key not in self._norms:
            self._norms[key] = self._norm(state, language)
        return self._norms[key]

    @cached_property
    def _norms(self) -> dict[tuple[str, str], Norm]:
        return {}

    def _norm(self, state: str, language: str) -> Norm:
        words: dict[str, str] = {}
        departure = self.file.states.get(state, Departure())
        for layer in (
            self.shared.words, self.shared.states.get(state, {}), self.file.words, departure.words,
        ):  # fmt: skip
            words |= layer.get(language, {})  # type: ignore[call-overload]
        specs = {part.id: part for part in self.file.parts}
        order = [id for id in departure.order if id in specs]
        order += [id for id in specs if id not in order]
        parts = tuple(
            specs[id].model_copy(
                update={
                    "need": departure.parts.get(id, specs[id].need),
                    "beside": departure.beside.get(id, specs[id].beside),
                }
            )
            for id in order
        )
        return Norm(parts, departure.numbering or self.file.numbering, words)

    @cached_property
    def brief_model(self) -> type[BaseModel]:
        """The pydantic model of this form's briefs: its own fields and all that every form accepts; an unknown key is refused."""
        from pydantic import create_model

        known: dict[str, Any] = {id: KINDS[spec.kind] for id, spec in self.fields.items()}
        return create_model(f"Brief of {self.id}", __config__=ConfigDict(extra="forbid", frozen=True), **known)


def assemble(id: str, file: FormFile, shared: Shared, others: Others = no_others) -> Form:
    """A form with its fields looked up. Raises KeyError naming a field id that is neither shared nor described."""
    fields = dict(shared.fields)
    groups: dict[str, tuple[str, ...]] = {}
    for group in GROUPS:
        ids: list[str] = []
        for entry in file.fields.get(group, []):  # type: ignore[call-overload]
            if isinstance(entry, dict):
                fields |= entry
                ids += entry
            else:
                if entry not in shared.fields:
                    raise KeyError(entry)
                ids.append(entry)
        groups[group] = tuple(ids)
    return Form(id, file, shared, fields, groups, others)
