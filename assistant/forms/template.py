"""A form's template: brief + prose → Document.

A template has one Jinja2 block a part, rendered one at a time, so a part is known without parsing and what a person typed can
never open another part: a value isn't parsed again. One rendered line is one Block. The block of the part that the model may
write holds the standard sentences that stand there without a model.
"""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from itertools import accumulate
from traceback import walk_tb
from typing import Any

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FunctionLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context

from assistant.content import Content
from assistant.errors import InputError, Problem, ProblemsError
from assistant.forms.brief import Brief
from assistant.forms.document import Block, Document, Part
from assistant.forms.form import Norm, PartSpec
from assistant.forms.kinds import Person
from assistant.forms.rows import above, are_rows, cells, hung, is_table
from assistant.language import dates
from assistant.language.digits import in_digits
from assistant.language.sentences import (
    asked,
    inside,
    is_clause,
    is_plural,
    oblique,
    possessive,
    sentence,
    speaks_of_enclosure,
)
from assistant.language.text import MOST_OF_A_PAPER, clean, lines

BLANK = "." * 16
"""What stands where a fact is missing: visible on paper, and filled by hand if need be."""

FOLDER = "templates/letters"
_ITEM = re.compile(r"\((?:[0-9०-९]{1,2}|[ivx]{2,4}|[a-z]|[क-ह])\)\s")
_looked_up: dict[str, set[str]] = {}
"""The names that a template looks up, by its source: to find them Jinja compiles it, which takes a while."""
_LOOK = re.compile("\x1f([a-z-]+)\x1f")  # a control character, so that no brief can hold one: the door takes them out


class Templates:
    """The templates of all forms, compiled as they are asked for."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._environment = Environment(
            loader=FunctionLoader(self._load),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            autoescape=False,  # plain text: each file format escapes for itself
            auto_reload=False,
            bytecode_cache=_cache(),
        )
        self._environment.globals |= {
            "blank": BLANK, "tab": "\t", "look": "\x1f{}\x1f".format, "asked": _asked, "mentions": _mentions,
            "speaks_of_enclosure": speaks_of_enclosure,
        }  # fmt: skip
        self._environment.tests["table"] = is_table
        self._environment.filters |= {
            "day": _day, "say": _say, "stop": _stop, "inside": _inside, "clauses": _clauses, "many": is_plural, "her": _is_woman,
            "post": _post, "kept": _is_kept, "of": possessive, "oblique": oblique,
        }  # fmt: skip

    def _load(self, name: str) -> str | None:
        try:
            return self._content.read(f"{FOLDER}/{name}")
        except FileNotFoundError:
            return None

    def template(self, form: str, language: str) -> Template:
        """The compiled template of a form in a language. Raises ProblemsError where it is missing or can't be read."""
        file = f"{form}/{language}.j2"
        try:
            return self._environment.get_template(file)
        except TemplateError as error:
            raise _problem(error, file) from None

    def used(self, form: str, language: str) -> set[str]:
        """The names that a form's own template looks up in the brief."""
        from jinja2 import meta

        source = self._source(form, language)
        if source not in _looked_up:
            _looked_up[source] = meta.find_undeclared_variables(self._environment.parse(source))
        return _looked_up[source] - set(self._environment.globals)

    def line(self, form: str, language: str, name: str) -> int:
        """The line of a form's template where a name first stands."""
        from jinja2 import nodes

        tree = self._environment.parse(self._source(form, language))
        return min(node.lineno for node in tree.find_all(nodes.Name) if node.name == name)

    def _source(self, form: str, language: str) -> str:
        return self._content.read(f"{FOLDER}/{form}/{language}.j2")

    def render(self, brief: Brief, language: str, state: str, prose: str | None = None) -> Document:
        """The whole paper. `prose`, one paragraph a line, stands in the part that the form lets others write; None: the form's own sentences."""
        form, norm = brief.form, brief.form.norm(state, language)
        block = self._blocks(brief, language, state)
        parts: list[Part] = []
        for spec in norm.parts:
            if spec.need == "never":
                continue
            written = prose if spec.id == form.file.writes else None
            text = block(spec.id) if written is None else written
            if blocks := _blocks(text, spec, norm, brief.digits(language)):
                parts.append(Part(spec.id, blocks, spec.beside, spec.runs_on))
        return Document(form.id, language, _title(parts) or form.title[language], tuple(parts))

    def standard(self, brief: Brief, language: str, state: str) -> str:
        """The form's own sentences for the part that a model may write, one paragraph a line, without numbers."""
        return "\n".join(lines(self._blocks(brief, language, state)(brief.form.file.writes)))

    def _blocks(self, brief: Brief, language: str, state: str) -> Callable[[str], str]:
        """What renders one block of the form's template for a brief; a part without a block is empty."""
        template = self.template(brief.form.id, language)
        elsewhere = {part.field for part in brief.form.file.parts if part.id != brief.form.file.writes}
        facts = {
            id: hung(brief[id]) if spec.kind == "texts" and id not in elsewhere else brief[id]
            for id, spec in brief.form.fields.items()
        }
        words, digits = brief.form.norm(state, language).words, brief.digits(language)
        context = template.new_context(facts | {"words": words, "norm": state, "language": language})

        def render(part: str) -> str:
            try:
                text = "".join(template.blocks[part](context)) if part in template.blocks else ""
                return in_digits(text, digits) if digits else text
            except Exception as error:  # noqa: BLE001 a template can go wrong in any way
                raise _problem(error, f"{brief.form.id}/{language}.j2") from None

        return render


class _Cache(FileSystemBytecodeCache):
    """Compiled templates kept in the user's temporary folder: without it compiling is a sixth of a command's time.

    Jinja compares a hash of the source, so a changed template is compiled anew. A full disk is no reason to fail.
    """

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _cache() -> _Cache | None:
    try:
        return _Cache()
    except (RuntimeError, OSError):  # no folder that belongs to this user alone
        return None


def _problem(error: Exception, file: str) -> ProblemsError:
    """What went wrong in a template, with its file and line where they can be known."""
    if isinstance(error, TemplateNotFound):
        missing = f"{FOLDER}/{error.name}"
        return ProblemsError([Problem(missing, None, "error.file.missing", {"file": missing})])
    line = None
    if isinstance(error, TemplateSyntaxError):
        file, line = error.name or file, error.lineno
    else:
        for frame, number in walk_tb(error.__traceback__):
            template = frame.f_globals.get("__jinja_template__")
            if template is not None:  # the innermost of the templates' own lines
                file, line = template.name, template.get_corresponding_lineno(number)
    why = (
        f"{type(error).__name__}: {error}"
        if not isinstance(error, TemplateError)
        else (error.message or "").rstrip(".")
    )
    return ProblemsError([Problem(f"{FOLDER}/{file}", line, "error.template", {"why": why})])


def _blocks(text: str, spec: PartSpec, norm: Norm, digits: str) -> tuple[Block, ...]:
    blocks = []
    shown = [line for line in text.split("\n") if line.strip()]
    told = are_rows(shown) if spec.look in ("paragraph", "numbered") else [False] * len(shown)
    for line, row in zip(shown, told, strict=True):
        match = _LOOK.search(line)
        words = re.sub(" +", " ", _LOOK.sub("", line)).strip(" ")
        if match is None and row:
            blocks.append(Block("table", "\t".join(cells(words))))
        elif words.strip():
            blocks.append(Block(match[1] if match else spec.look, words))
    if spec.look == "numbered":
        return _number(blocks, norm, digits)
    return tuple(blocks)


def _number(blocks: list[Block], norm: Norm, digits: str) -> tuple[Block, ...]:
    """The paragraphs with their numbers typed in front: so they read the same in Word, on the clipboard and in e-Office.

    An item, as (1) or (क), belongs to the paragraph before it and takes none of the numbers.
    """
    own = [block.look != "table" and not _ITEM.match(block.text) for block in blocks]
    numbering = norm.numbering if norm.numbering and sum(own) >= norm.numbering.least else None
    numbered = []
    for block, mine, n in zip(blocks, own, accumulate(map(int, own)), strict=True):
        mark = numbering.mark.format(n=n) if numbering and mine and n >= numbering.first else ""
        if block.look == "table":
            numbered.append(block)
            continue
        mark = in_digits(mark, digits) if digits else mark
        numbered.append(Block("numbered" if mark or not mine else "paragraph", mark + block.text))
    return tuple(numbered)


def _title(parts: list[Part]) -> str:
    """The subject's own words, without its label."""
    subject = next((part for part in parts if part.id == "subject"), None)
    return subject.blocks[0].text.split("\t")[-1].strip(" ।.") if subject else ""


def paragraphs(text: str) -> str:
    """What was typed into the editor as clean paragraphs, one a line. Raises InputError where it is more than a paper can be."""
    if len(text) > MOST_OF_A_PAPER:
        raise InputError("error.paper.long", letters=len(text), most=MOST_OF_A_PAPER)
    return "\n".join(lines(clean(text).text))


@pass_context
def _say(context: Context, day: date | None) -> str:
    return dates.say_date(day, context["language"]) if day else ""


def _day(day: date | None) -> str:
    return dates.show_date(day) if day else ""


@pass_context
def _stop(context: Context, text: str) -> str:
    words, rows = above(text)
    return sentence(words, context["language"]) + rows


@pass_context
def _inside(context: Context, text: str) -> str:
    words, rows = above(text)
    return inside(words, context["language"]) + rows


@pass_context
def _clauses(context: Context, texts: Sequence[str]) -> bool:
    """Whether each text holds a verb, so that they can follow each other as sentences; else they are a list, as a table alone is."""
    told = [above(text)[0] for text in texts if not is_table(text)]
    return bool(told) and all(is_clause(text, context["language"]) for text in told)


@pass_context
def _asked(context: Context, text: str, purpose: str, lead: str = "") -> str:
    """The asking sentence in the form's words, begun with `lead`: `<purpose>_clause`, `_do`, `_for`, `_sent` or `_noun`, by what the text allows."""
    how, words = asked(text, context["language"])
    if how == "whole":
        return words
    frame = "{}" if how == "said" else context["words"][f"{purpose}_{how}"]
    return sentence(f"{lead} {frame.format(words)}", context["language"])


def _mentions(text: Any, day: date) -> bool:
    return day in dates.find_dates(text if isinstance(text, str) else "\n".join(text))


def _post(person: Person) -> str:
    """Who somebody is, on one line."""
    return ", ".join(filter(None, (person.name, person.designation, person.office, person.place)))


KEPT = (
    "गार्ड", "रक्षी", "कार्यालय प्रति", "नस्ती", "व्यक्तिगत नस्ती", "आदेश पंजी",
    "guard file", "office copy", "personal file", "order register",
)  # fmt: skip
"""How copies that stay in the office are called."""


def _is_kept(copy: Person) -> bool:
    """Whether a copy stays in the office: nobody forwards anything to a guard file."""
    return _post(copy).casefold().startswith(KEPT)


def _is_woman(name: str) -> bool:
    """Whether the title before a name says so; without one the general forms महोदय, भवदीय stand."""
    return name.startswith(("श्रीमती", "सुश्री", "कुमारी", "Smt", "Ms", "Mrs", "Kumari", "Km."))
