"""`edaksh db`: the database brought up to date, backed up, restored, looked at."""

from pathlib import Path

import click

from assistant.assistant import Assistant
from assistant.cli.streams import json_text, terminal_language
from assistant.messages import say


@click.group(no_args_is_help=False)
def db() -> None:
    """The database: bring it up to date, back it up while people work, restore it, look at it."""


@db.command()
@click.pass_obj
def upgrade(assistant: Assistant) -> None:
    """Bring the tables to the form that this version needs; the server does the same when it starts."""
    from assistant.records.backup import info

    click.echo(say("db.upgraded", terminal_language(), revision=info(assistant.records.database).revision), err=True)


@db.command()
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def backup(assistant: Assistant, out: Path) -> None:
    """Write all there is into one new file, people may go on working; what is in it is printed."""
    from assistant.records.backup import backup as write

    proof = write(assistant.records.database, out)
    click.echo(say("db.backed-up", terminal_language(), file=out), err=True)
    _tell(proof.counts, proof.revision, proof.sha256)


@db.command()
@click.argument("file", metavar="IN", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def restore(assistant: Assistant, file: Path) -> None:
    """Put a backup in place of all there is; what was there is backed up first. What is there now is printed."""
    from assistant.records.backup import restore as put_back

    proof, before = put_back(assistant.records.database, file)
    if before:
        click.echo(say("db.before", terminal_language(), file=before), err=True)
    click.echo(say("db.restored", terminal_language(), file=file), err=True)
    _tell(proof.counts, proof.revision, proof.sha256)


@db.command("info")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
@click.pass_obj
def info_(assistant: Assistant, as_json: bool) -> None:
    """Say where the database is, its revision, how much is in it, and the hash that a backup of it would prove."""
    from assistant.records.backup import info

    database = assistant.records.database
    proof, where = info(database), database.engine.url.render_as_string(hide_password=True)
    if as_json:
        click.echo(json_text({"database": where, **proof._asdict()}))
        return
    click.echo(where)
    _tell(proof.counts, proof.revision, proof.sha256)


def _tell(counts: dict[str, int], revision: str, sha256: str) -> None:
    for name, count in counts.items():
        click.echo(f"{name:12} {count:8}")
    click.echo(f"revision     {revision:>8}")
    click.echo(f"sha256       {sha256}")
