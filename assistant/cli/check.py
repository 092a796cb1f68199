"""What `edaksh check` reads, and how it tells what was found."""

from collections.abc import Iterator
from pathlib import Path
from textwrap import shorten

import click

from assistant.assistant import Assistant, Review
from assistant.checks import Finding
from assistant.cli.streams import file_bytes, file_text, named, terminal_language
from assistant.errors import InputError
from assistant.files import MOST_BYTES, read
from assistant.files.loose import Loose
from assistant.forms.brief import read_brief
from assistant.forms.reader.row import MOST_ROWS
from assistant.language.text import MOST_OF_A_PAPER
from assistant.messages import say


def check(assistant: Assistant, file: str, form_id: str, language: str, brief_file: str | None) -> Review:
    """The review of a file, or of standard input for "-". Raises InputError where file, form or brief is wrong."""
    if file == brief_file == "-":
        raise InputError("error.read.twice")
    form = assistant.library.form(form_id)
    brief = read_brief(form, file_text(brief_file), named(brief_file)) if brief_file else None
    loose = paper(file)
    return assistant.review(loose.text, form, language, brief, loose.hidden)


def paper(file: str) -> Loose:
    """A paper that is to be read part by part; one that is longer than that goes is read as far, and a line says so."""
    loose = load(file)
    letters, rows = len(loose.text), loose.text.count("\n")
    if letters > MOST_OF_A_PAPER:
        click.echo(say("check.cut", terminal_language(), most=MOST_OF_A_PAPER, letters=letters), err=True)
    elif rows > MOST_ROWS:
        click.echo(say("check.cut.rows", terminal_language(), most=MOST_ROWS, rows=rows), err=True)
    return loose


def load(file: str) -> Loose:
    """A paper as text from a file, or from standard input for "-". Raises InputError where it can't be read."""
    return read(file_bytes(file, MOST_BYTES), ".txt" if file == "-" else Path(file).suffix)


def told(review: Review, language: str) -> Iterator[str]:
    """The findings for a person to read: how grave, which line, the words, why, and what could stand instead."""
    for finding in review.findings:
        yield line_of(finding, review.document.text, language)
    if not review.findings:
        yield say("check.none", language)


def line_of(finding: Finding, text: str, language: str) -> str:
    """One finding for a person to read, in the text that it is about."""
    place = [say("check.line", language, line=text.count("\n", 0, finding.start) + 1)] if finding.quote else []
    quote = [f"“{shorten(finding.quote, 80, placeholder=' …')}”"] if finding.quote else []
    head = " · ".join([say(f"severity.{finding.severity}", language), *place, *quote])
    instead = [say("check.instead", language, words=finding.suggestion)] if finding.suggestion.strip() else []
    return "\n".join([head, *(f"    {line}" for line in (finding.message[language], *instead)), f"    {finding.code}"])
