"""The command line: `edaksh …`. Exit status 0 done · 1 done and something was found · 2 wrong input or call · 3 a service is not there.

What is asked for goes to standard output, all else to standard error, in English unless the terminal's locale is Hindi.
Nothing heavy is imported before a command needs it.
"""

import atexit
import gc

# Looking for garbage that isn't there takes a tenth of a command's time as it runs, and as much again as it ends.
gc.set_threshold(50_000, 10, 10)
atexit.register(gc.freeze)

import os

# Else pydantic looks for plugins in every package that is installed.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

import secrets
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import click

from assistant import __version__
from assistant.assistant import Assistant
from assistant.cli.streams import file_text, json_text, misused, named, print_text, terminal_language, told, write_file
from assistant.errors import AssistantError, InputError, ProblemsError
from assistant.messages import LANGUAGES, say
from assistant.settings import read_settings


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="edaksh")
@click.pass_context
def cli(context: click.Context) -> None:
    """Letters, e-mails and note-sheets in Hindi and English, from the facts of a case."""
    context.obj = context.obj or Assistant(read_settings())


@cli.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; 0.0.0.0 for a lab.")
@click.option("--port", default="7860", show_default=True, metavar="NUMBER")
@click.option(
    "--demo", is_flag=True, help="For the projector: large type, and a scratch folder of which nothing is kept."
)
@click.pass_obj
def serve(assistant: Assistant, host: str, port: str, demo: bool) -> None:
    """Serve the app to browsers."""
    if not (port.isdecimal() and len(port) < 6 and 0 < int(port) < 65536):
        raise InputError("error.port.number", port=port[:40])
    from assistant.ui.server import serve as run

    run(assistant, host, int(port), demo, terminal_language())


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
@click.pass_obj
def forms(assistant: Assistant, as_json: bool) -> None:
    """List the forms there are."""
    library = assistant.library
    if as_json:
        click.echo(json_text([
            {
                "id": form.id,
                "title": form.title.model_dump(),
                "use": form.file.use.model_dump(),
                "fields": [{"id": id, "kind": form.fields[id].kind, "ask": form.fields[id].ask.model_dump()} for id in form.asked],
                "parts": [{"id": part.id, "need": part.need} for part in form.file.parts],
            }
            for form in library.forms.values()
        ]))  # fmt: skip
    else:
        for form in library.forms.values():
            click.echo(f"{form.id:16} {form.title.hi} · {form.title.en}")
    for problem in library.problems:
        click.echo(told(problem, assistant.content), err=True)


@cli.command()
@click.option("--form", "form_id", required=True, help="The form's id: see `edaksh forms`.")
@click.option("--lang", required=True, type=click.Choice(LANGUAGES), help="The language of the paper.")
@click.option(
    "--brief", "brief_file", required=True, help="The facts of the case, YAML or JSON; - reads standard input."
)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="OUT.docx, .pdf, .html, .txt or .eml"
)
@click.option("--offline", is_flag=True, help="In the form's own sentences, without a model.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
@click.pass_obj
def draft(
    assistant: Assistant, form_id: str, lang: str, brief_file: str, output: Path | None, offline: bool, as_json: bool
) -> None:
    """Draft a paper from a brief."""
    from assistant.forms.brief import read_brief

    form = assistant.library.form(form_id)
    brief = read_brief(form, file_text(brief_file), named(brief_file))
    if output:
        assistant.check_suffix(output.suffix)
    if brief.removed:
        click.echo(say("note.removed", terminal_language(), count=brief.removed), err=True)
    if offline:
        made = assistant.drafter.offline(brief, lang)
    else:
        import asyncio

        made = asyncio.run(assistant.drafter.write(brief, lang))
    if made.why_not:
        reason = say(made.why_not.key, terminal_language(), **made.why_not.values)
        click.echo(say("note.fallback", terminal_language(), why=reason), err=True)
    if made.amiss:
        click.echo(say("note.amiss", terminal_language(), words=", ".join(made.amiss)), err=True)
    if output:
        write_file(output, assistant.file(made.document, output.suffix))
        if output.suffix.lower() == ".eml":
            from assistant.files.eml import unaddressed

            if names := unaddressed(made.document):
                click.echo(say("take.unaddressed", terminal_language(), names="; ".join(names)), err=True)
    if as_json:
        click.echo(json_text(made.as_json()))
    elif not output:
        click.echo(made.document.text)


@cli.command()
@click.argument("file")
@click.option("--form", "form_id", required=True, help="The form's id: see `edaksh forms`.")
@click.option("--lang", required=True, type=click.Choice(LANGUAGES), help="The language that the paper should be in.")
@click.option("--brief", "brief_file", help="The facts of the case, YAML or JSON.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
@click.pass_obj
def check(assistant: Assistant, file: str, form_id: str, lang: str, brief_file: str | None, as_json: bool) -> None:
    """Look through a paper: FILE is .txt, .md, .docx or .eml; - reads text from standard input."""
    from assistant.cli.check import check as run

    review = run(assistant, file, form_id, lang, brief_file)
    if as_json:
        click.echo(json_text(review.as_json()))
    else:
        from assistant.cli.check import told as lines

        for line in lines(review, terminal_language()):
            click.echo(line)
    sys.exit(0 if review.passed else 1)


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
@click.pass_obj
def labs(assistant: Assistant, as_json: bool) -> None:
    """List the labs and their exercises."""
    from assistant.cli.labs import listed
    from assistant.cli.labs import told as lines

    if as_json:
        click.echo(json_text(listed(assistant)))
    else:
        for line in lines(assistant, terminal_language()):
            click.echo(line)
    for problem in assistant.labs.problems:
        click.echo(told(problem, assistant.content), err=True)


@cli.command()
@click.argument("file")
@click.option("--exercise", "name", required=True, help="An exercise's id (see `edaksh labs`), or its YAML file.")
@click.option("--offline", is_flag=True, help="By rules alone, without a model.")
@click.option(
    "--person", help="The employee ID of whoever wrote it: it is kept as an attempt of theirs. Needs --batch."
)
@click.option("--batch", "code", help="The batch's code.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
@click.pass_obj
def grade(
    assistant: Assistant, file: str, name: str, offline: bool, person: str | None, code: str | None, as_json: bool
) -> None:
    """Mark an answer: FILE is .txt, .md, .docx or .eml; - reads text from standard input."""
    from assistant.cli.labs import graded, keep, marks, whose

    who = whose(assistant, person, code)
    exercise, answer, result = graded(assistant, file, name, offline)
    if who:
        keep(assistant, who, exercise, answer, result)
    if as_json:
        click.echo(json_text(result.as_json()))
    else:
        for line in marks(assistant, exercise, answer, result, terminal_language()):
            click.echo(line)


@cli.command()
@click.argument("file")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def mask(file: str, as_json: bool) -> None:
    """Show a paper as a model would see it: what is personal is a token. FILE is .txt, .md, .docx or .eml; - reads standard input."""
    from assistant.cli.check import load
    from assistant.facts.mask import mask as masked

    done = masked(load(file).text)
    if as_json:  # how much was taken out, never the values
        click.echo(json_text({"text": done.text, "masked": done.counts()}))
    else:
        print_text(done.text)


@cli.group(no_args_is_help=False)
def text() -> None:
    """Hindi as it was typed, into Hindi as it is written. FILE is .txt, .md, .docx or .eml; - reads standard input."""


@text.command("to-unicode")
@click.argument("file")
def text_to_unicode(file: str) -> None:
    """Kruti Dev 010 into Unicode; English lines, addresses and acronyms stay."""
    from assistant.cli.check import load
    from assistant.language.krutidev import to_unicode

    print_text(to_unicode(load(file).text))


@text.command("to-krutidev")
@click.argument("file")
def text_to_krutidev(file: str) -> None:
    """Unicode back into the keys of Kruti Dev 010, for an office that sets its papers in that font."""
    from assistant.cli.check import load
    from assistant.language.to_krutidev import to_krutidev

    print_text(to_krutidev(load(file).text))


@text.command("to-devanagari")
@click.argument("file")
def text_to_devanagari(file: str) -> None:
    """Roman Hindi (kripya jankari bhejen) into Devanagari; English, addresses and acronyms stay."""
    from assistant.cli.check import load
    from assistant.language.typed import to_devanagari

    print_text(to_devanagari(load(file).text))


@text.command("normalise")
@click.argument("file")
@click.option("--digits", type=click.Choice(["ascii", "devanagari"]), help="All figures in one script.")
def text_normalise(file: str, digits: str | None) -> None:
    """One form for each letter, no stray joiners, । and ः where | and : were typed for them."""
    from assistant.cli.check import load
    from assistant.language.normal import normalise

    print_text(normalise(load(file).text, digits or ""))


@cli.group(no_args_is_help=False)
def content() -> None:
    """The content files: forms, prompts, exercises."""


@content.command("check")
@click.pass_obj
def content_check(assistant: Assistant) -> None:
    """Read every content file and tell what is wrong."""
    from assistant.labs.proof import proof

    problems = [*assistant.problems, *proof(assistant.labs, assistant.settings.state)]
    for problem in problems:
        click.echo(told(problem, assistant.content))
    exercises = sum(len(lab.exercises) for lab in assistant.labs.labs.values())
    counts = {"forms": len(assistant.library.forms), "exercises": exercises, "problems": len(problems)}
    click.echo(say("content.checked", terminal_language(), **counts), err=True)
    sys.exit(1 if problems else 0)


@cli.command()
@click.pass_obj
def doctor(assistant: Assistant) -> None:
    """Look whether everything here is as it should be."""
    from assistant.cli.doctor import examine

    findings = examine(assistant)
    for finding in findings:
        click.echo(f"{'ok' if finding.good else '!!'}  {finding.text}")
    sys.exit(0 if all(finding.good for finding in findings) else 1)


from assistant.cli.db import db
from assistant.cli.people import batch, people
from assistant.cli.report import report

for command in (people, batch, report, db):
    cli.add_command(command)


def main(args: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit status; a failure is one line on standard error, never a traceback."""
    for stream in (sys.stdout, sys.stderr):  # Windows would choose a page without Devanagari
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    given = list(sys.argv[1:] if args is None else args)
    try:
        cli.main(args=given or ["--help"], prog_name="edaksh", standalone_mode=False)
    except click.exceptions.Exit as leave:
        sys.exit(leave.exit_code)
    except click.ClickException as error:
        click.echo(f"edaksh: {misused(error)}", err=True)
        sys.exit(2)
    except click.Abort:
        sys.exit(130)
    except ProblemsError as error:
        click.echo(" · ".join(map(told, sorted(error.problems, key=lambda problem: problem.line or 0))), err=True)
        sys.exit(2)
    except AssistantError as error:
        click.echo(f"edaksh: {say(error.key, terminal_language(), **error.values)}", err=True)
        sys.exit(error.exit_status)
    except (
        OSError
    ) as error:  # standard output takes no more: its disk is full (that its reader has left is click's to see)
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left is not tried again at the end
        why = error.strerror or type(error).__name__
        click.echo(
            f"edaksh: {say('error.file.write', terminal_language(), file=error.filename or '-', why=why)}", err=True
        )
        sys.exit(2)
    except Exception as error:  # noqa: BLE001 whatever it is, a script reads one line and a status, and the file has the rest
        click.echo(f"edaksh: {_unforeseen(error)}", err=True)
        sys.exit(3)


def _unforeseen(error: Exception) -> str:
    """A fault of the program's own in one sentence; where it happened goes to a file under the same number, if that can be written."""
    id = secrets.token_hex(3)
    with suppress(Exception):
        file = read_settings().home / "errors.log"
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as log:
            # Where it happened and what it was, without its own words: they may quote what somebody wrote.
            where = "".join(traceback.format_tb(error.__traceback__))
            log.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC {id} {type(error).__name__}\n{where}\n")
        return say("error.unforeseen", terminal_language(), id=id, kind=type(error).__name__, file=file)
    return say("error.unforeseen.here", terminal_language(), id=id, kind=type(error).__name__)
