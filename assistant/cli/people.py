"""`edaksh people` and `edaksh batch`: who is trained, where, by whom."""

import sys
from typing import Any

import click

from assistant.assistant import Assistant
from assistant.cli.streams import file_bytes, json_text, named, terminal_language
from assistant.errors import InputError
from assistant.messages import say


@click.group(no_args_is_help=False)
def people() -> None:
    """Who there is: import a roster, list, give a new PIN."""


@people.command("import")
@click.argument("file")
@click.option("--batch", "code", help="The code of the batch that they are put into.")
@click.option("--dry-run", is_flag=True, help="Say what would be, and change nothing.")
@click.option("--only", is_flag=True, help="Take whoever isn't in the roster out of the batch; what they did stays.")
@click.pass_obj
def import_(assistant: Assistant, file: str, code: str | None, dry_run: bool, only: bool) -> None:
    """Put a roster in: a CSV or XLSX file with employee_id, name, designation, office, district, role (or कर्मचारी क्रमांक, नाम, …)."""
    from assistant.records.roster import MOST_BYTES, read_roster

    language = terminal_language()
    if only and not code:
        raise InputError("error.roster.only")
    roster = read_roster(file_bytes(file, MOST_BYTES), named(file))
    batch = assistant.records.batches.get(code) if code else None
    done = assistant.records.enrolment.enrol(None, roster, batch, dry=dry_run, only=only)
    for heading in roster.left_out:
        click.echo(say("roster.left-out", language, column=heading), err=True)
    for bad in done.bad:
        click.echo(say("roster.row", language, number=bad.number, why=say(bad.key, language, **bad.values)))
    counts = {"new": done.new, "changed": done.changed, "same": done.same, "seated": done.seated, "bad": len(done.bad)}
    click.echo(say("roster.dry" if dry_run else "roster.done", language, **counts, out=done.taken_out), err=True)
    sys.exit(1 if done.bad else 0)


@people.command("list")
@click.option("--batch", "code", help="Those of one batch alone.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
@click.pass_obj
def list_people(assistant: Assistant, code: str | None, as_json: bool) -> None:
    """List everybody: employee ID and name."""
    found = assistant.records.people.all(assistant.records.batches.get(code) if code else None)
    if as_json:
        names = ("employee_id", "name", "designation", "office", "district", "role")
        click.echo(json_text([{name: getattr(one, name) for name in names} for one in found]))
    else:
        for one in found:
            click.echo(f"{one.employee_id:12} {one.name}")


@people.command("reset-pin")
@click.argument("employee_id", metavar="ID")
@click.pass_obj
def reset_pin(assistant: Assistant, employee_id: str) -> None:
    """Give somebody a new PIN (trainers and admins: a new password) and print it, this once."""
    secret = assistant.records.people.new_secret(None, employee_id)
    click.echo(say("people.reset", terminal_language(), id=employee_id), err=True)
    click.echo(secret)


@click.group(no_args_is_help=False)
def batch() -> None:
    """Batches: open one, list them, close one."""


@batch.command("create")
@click.argument("code")
@click.option("--labs", default="", help="The labs' ids, with commas between them; all, where none is given.")
@click.option("--trainer", "trainers", multiple=True, help="The trainer's employee ID; may be given several times.")
@click.option("--centre", default="", help="Where it is held.")
@click.pass_obj
def create(assistant: Assistant, code: str, labs: str, trainers: tuple[str, ...], centre: str) -> None:
    """Open a batch, and print the number that its people sign in with."""
    chosen = list(dict.fromkeys(id.strip() for id in labs.split(",") if id.strip()))
    for id in chosen:
        assistant.labs.lab(id)
    made = assistant.records.batches.create(None, code, chosen, trainers, centre)
    click.echo(say("batch.made", terminal_language(), code=made.code, door=made.door), err=True)
    for trainer in assistant.records.batches.trainers(made):
        if not trainer.secret:
            click.echo(say("batch.trainer.new", terminal_language(), id=trainer.employee_id), err=True)
    click.echo(made.door)


@batch.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
@click.pass_obj
def list_batches(assistant: Assistant, as_json: bool) -> None:
    """List the batches, the newest first: code, number for signing in, trainers, people, labs."""
    records = assistant.records
    rows: list[dict[str, Any]] = []
    for one in records.batches.all():
        trainers = [trainer.employee_id for trainer in records.batches.trainers(one)]
        rows.append({
            "code": one.code, "door": one.door, "open": one.closed is None, "centre": one.centre, "trainers": trainers,
            "people": len(records.batches.members(one)), "labs": one.labs, "opened": one.opened.isoformat(),
            "closed": one.closed.isoformat() if one.closed else None,
        })  # fmt: skip
    if as_json:
        click.echo(json_text(rows))
        return
    for row in rows:
        state = row["door"] if row["open"] else say("batch.closed", terminal_language())
        click.echo(
            f"{row['code']:16} {state:8} {','.join(row['trainers']):16} {row['people']:5}  {','.join(row['labs'])}"
        )


@batch.command("close")
@click.argument("code")
@click.pass_obj
def close(assistant: Assistant, code: str) -> None:
    """Close a batch: its people are signed out, what they did stays."""
    closed = assistant.records.batches.close(None, assistant.records.batches.get(code))
    click.echo(say("batch.closed.done", terminal_language(), code=closed.code), err=True)
