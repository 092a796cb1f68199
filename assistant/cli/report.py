"""`edaksh report`: the lists that are handed in."""

import sys
from datetime import date
from pathlib import Path

import click

from assistant.assistant import Assistant
from assistant.cli.streams import terminal_language, write_file
from assistant.errors import InputError
from assistant.messages import say

NAMES = ("completions", "progress", "attempts", "marks", "attendance", "learning")
FORMATS = ("csv", "xlsx", "json")


@click.command()
@click.argument("name", type=click.Choice(NAMES))
@click.option("--batch", "codes", multiple=True, help="The batch's code; several may be given. All, where none is.")
@click.option("--centre", default="", help="Of one centre alone.")
@click.option("--district", default="", help="Of people of one district alone.")
@click.option("--role", default="", help="Of people of one role alone.")
@click.option("--day", default="", help="Of one day alone: 2026-11-29.")
@click.option("--format", "kind", type=click.Choice(FORMATS), help="csv unless OUT ends in another of them.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file; else it is printed.")
@click.pass_obj
def report(
    assistant: Assistant,
    name: str,
    codes: tuple[str, ...],
    centre: str,
    district: str,
    role: str,
    day: str,
    kind: str | None,
    output: Path | None,
) -> None:
    """Who finished what (completions), how far everybody is (progress), what was handed in (attempts), marks by criterion (marks),
    who was there (attendance), first and last attempt compared (learning)."""
    from assistant.records import export
    from assistant.records.reports import Only
    from assistant.records.reports import report as rows

    records = assistant.records
    try:
        wanted = Only(centre, district, role, date.fromisoformat(day) if day else None)
    except ValueError:
        raise InputError("error.report.day", day=day[:20]) from None
    batches = [records.batches.get(code) for code in codes] or records.batches.all()
    suffix = (output.suffix if output else "") or ".csv"
    chosen = kind or suffix.lower().removeprefix(".")
    if chosen not in FORMATS:
        raise InputError("error.suffix", suffix=suffix, allowed=", ".join(f".{one}" for one in FORMATS))
    table = rows(name, records, batches, assistant.labs.labs, wanted)
    content = export.FORMATS[chosen](table)
    for batch in batches:
        records.journal.write("export", None, batch, report=name, format=chosen)
    if output:
        write_file(output, content)
        click.echo(say("report.done", terminal_language(), file=output, rows=len(table.rows)), err=True)
        return
    if chosen == "csv":
        content = content.removeprefix(b"\xef\xbb\xbf")  # the mark is for Excel, which opens files
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
