"""`edaksh draft`: from a brief to a file, by a person or a script."""

import asyncio
import errno
import json
from pathlib import Path

import pytest

from assistant.drafting import Drafter
from tests.scripted_server import Server, failing, plain

PROSE = "उपर्युक्त विषयांतर्गत लेख है कि 42 ग्रामों में जल स्तर नीचे गया है। सूची संलग्न है।"


@pytest.fixture
def draft(run, example):
    """Drafts a form's example offline, with more arguments."""

    def command(*more, form="letter", language="hi", brief=None, typed=""):
        return run(
            "draft", "--form", form, "--lang", language, "--brief", brief or example(form, language), *more, typed=typed
        )

    return command


@pytest.mark.parametrize("language", ["hi", "en"])
@pytest.mark.parametrize("form", ["letter", "email", "notesheet"])
def test_a_draft_is_printed_as_text(draft, library, assistant, form, language):
    done = draft("--offline", form=form, language=language)
    expected = assistant.drafter.offline(library.example(library.form(form), language), language).document.text
    assert done == (0, f"{expected}\n", "")


@pytest.mark.parametrize("suffix", [".docx", ".html", ".txt", ".eml", ".DOCX"])
def test_a_draft_is_written_to_a_file_and_nothing_is_printed(draft, tmp_path, suffix):
    assert draft("--offline", "-o", f"letter{suffix}") == (0, "", "")
    assert (tmp_path / f"letter{suffix}").stat().st_size > 500
    assert sorted(path.suffix for path in tmp_path.iterdir() if path.is_file()) == sorted([suffix, ".yaml"])


def test_an_e_mail_says_to_whom_it_will_not_go(draft):
    typed = "to: [{designation: The DEO, email: deo@example.in}, {designation: All Block Education Officers}]"
    done = draft("--offline", "-o", "mail.eml", form="email", language="en", brief="-", typed=typed)
    assert (done.status, done.out) == (0, "")
    assert done.err == (
        "Not in the .eml file, for want of a valid e-mail address: All Block Education Officers. "
        "Write it beside the name, or add it when you send.\n"
    )


def test_json_is_one_document_and_nothing_else(draft):
    done = draft("--offline", "--json")
    told = json.loads(done.out)
    assert (done.status, done.err) == (0, "")
    assert list(told) == ["form", "language", "by", "model", "prompt", "text", "parts", "masked", "findings"]
    assert (told["form"], told["language"], told["by"]) == ("letter", "hi", "offline")


def test_json_and_a_file_at_once(draft, tmp_path):
    done = draft("--offline", "--json", "-o", "x.txt")
    assert json.loads(done.out)["by"] == "offline"
    assert (tmp_path / "x.txt").exists()


def test_findings_and_gaps_leave_it_at_0(draft):
    done = draft("--offline", "--json", brief="-", typed="subject: x")
    assert done.status == 0
    assert "form.part-missing" in {finding["code"] for finding in json.loads(done.out)["findings"]}


# --- where the brief comes from


def test_a_dash_reads_standard_input(draft):
    assert "विषय :- पेयजल।" in draft("--offline", brief="-", typed="subject: पेयजल").out


def test_an_empty_standard_input_is_an_empty_brief(draft):
    assert draft("--offline", brief="-", typed="").status == 0


def test_a_json_brief_is_taken(draft):
    assert "विषय :- पेयजल।" in draft("--offline", brief="-", typed=json.dumps({"subject": "पेयजल"})).out


def test_a_byte_order_mark_and_windows_line_ends_are_taken(draft):
    raw = "\ufeffsubject: पेयजल\r\npoints:\r\n  - जल स्तर नीचे गया है\r\n".encode()
    done = draft("--offline", brief="-", typed=raw)
    assert (done.status, done.err) == (0, "")
    assert "जल स्तर नीचे गया है।" in done.out


def test_invisible_characters_are_told_and_left_out(draft):
    done = draft("--offline", brief="-", typed="subject: पेय\u200fजल\u202e")
    assert "विषय :- पेयजल।" in done.out
    assert done.err == "2 invisible characters were taken out.\n"


# --- what is refused: status 2, a line for each thing, no traceback

MISTAKES = {
    "a misspelt key": (
        "--brief",
        "subjet: x\n",
        "brief.yaml:1:subjet: There is no key “subjet”. Did you mean “subject”?\n",
    ),
    "an impossible date": (
        "--brief",
        "subject: x\ndate: 31.02.2026\n",
        "brief.yaml:2:date: “31.02.2026” is a date that no calendar has.",
    ),
    "not YAML": ("--brief", "points: [a\n", "brief.yaml:2: This line isn't YAML."),
    "not UTF-8": ("--brief", "विषय".encode("utf-16"), "isn't in UTF-8. Save it in Notepad"),
    "a legacy encoding": ("--brief", b"subject: caf\xe9\n", "isn't in UTF-8. Save it in Notepad"),
    "no facts": ("--brief", "- a\n", "should hold the facts of the case"),
    "a long point": ("--brief", "points: ['" + "क " * 60_000 + "']\n", "more than the 20000 allowed"),
    "too much": ("--brief", "x" * 9_000_000, "is too large"),
    "too deep": ("--brief", "points: " + "[" * 90_000, "too many levels"),
    "bad JSON": ("--brief", '{"subject": }', "This isn't JSON"),
}


@pytest.mark.parametrize("case", MISTAKES)
def test_a_brief_that_is_wrong_is_told_and_nothing_is_made(draft, tmp_path, case):
    _, brief, told = MISTAKES[case]
    (tmp_path / "brief.yaml").write_bytes(brief if isinstance(brief, bytes) else brief.encode())
    done = draft("--offline", "-o", "out.docx", brief="brief.yaml")
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert "Traceback" not in done.err
    assert done.err.count("\n") == 1
    assert not (tmp_path / "out.docx").exists()


def test_what_came_on_standard_input_is_called_so(draft):
    assert draft("--offline", brief="-", typed="- a\n").err.startswith("edaksh: standard input should hold the facts")
    assert draft("--offline", brief="-", typed="subjet: x\n").err.startswith("standard input:1:subjet: ")
    assert "edaksh: standard input is too large" in draft("--offline", brief="-", typed="x" * 9_000_000).err


def test_all_mistakes_are_told_on_one_line_in_the_order_of_theirs(draft):
    done = draft("--offline", brief="-", typed="tone: loud\nsubjet: x\ndeadline: 31.06.2026\n")
    assert [told.split(":")[1] for told in done.err.split(" · ")] == ["1", "2", "3"]
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--form", "letter", "--lang", "hi", "--brief", "nothing.yaml"], "The file nothing.yaml was not found."),
        (["--form", "letter", "--lang", "hi", "--brief", "."], "can't be opened"),
        (
            ["--form", "leter", "--lang", "hi", "--brief", "-"],
            "There is no form “leter”. There are: ",
        ),
        (["--form", "../letter", "--lang", "hi", "--brief", "-"], "There is no form"),
        (["--form", "_shared", "--lang", "hi", "--brief", "-"], "There is no form"),
        (["--form", "letter", "--lang", "fr", "--brief", "-"], "--lang must be one of these: hi, en"),
        (["--lang", "hi", "--brief", "-"], "--form is missing."),
        (["--form", "letter", "--lang", "hi"], "--brief is missing."),
        (
            ["--form", "letter", "--lang", "hi", "--brief", "-", "-o", "x.odt"],
            "A file “.odt” can't be made. These can: .docx",
        ),
        (["--form", "letter", "--lang", "hi", "--brief", "-", "-o", "x"], "A file “” can't be made."),
        (["--form", "letter", "--lang", "hi", "--brief", "-", "--ofline"], "There is no option “--ofline”."),
        (["--form", "letter", "--lang", "hi", "--brief", "a\x00b"], "was not found"),
    ],
)
def test_a_wrong_call_is_one_line_and_status_2(run, args, told):
    done = run("draft", "--offline", *args)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert done.err.count("\n") == 1
    assert done.err.startswith("edaksh: ")


# --- where the file goes


def test_a_missing_folder_is_told_and_not_made(draft, tmp_path):
    done = draft("--offline", "-o", "no/such/folder/x.docx")
    assert done.status == 2
    assert "could not be written: No such file or directory" in done.err
    assert not (tmp_path / "no").exists()


def test_a_folder_of_that_name_is_told(draft, tmp_path):
    (tmp_path / "x.docx").mkdir()
    assert draft("--offline", "-o", "x.docx").status == 2


def test_a_full_disk_leaves_no_half_file_and_keeps_the_old_one(draft, tmp_path, monkeypatch):
    old = tmp_path / "x.docx"
    old.write_bytes(b"old")

    def full(self, content):
        with self.open("wb") as file:
            file.write(content[:100])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    done = draft("--offline", "-o", "x.docx", brief="-")
    assert (done.status, done.out) == (2, "")
    assert "could not be written: No space left on device" in done.err
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["x.docx"]
    assert old.read_bytes() == b"old"


# --- with a model


@pytest.fixture
def server(monkeypatch):
    with Server() as running:
        monkeypatch.setenv("OPENAI_BASE_URL", running.url)
        monkeypatch.setenv("EDAKSH_MODEL", "openai:test")
        monkeypatch.setenv("EDAKSH_MODEL_TIMEOUT", "2")
        yield running


def test_a_connected_model_writes_the_prose(draft, server):
    server.play(plain(PROSE))
    told = json.loads(draft("--json").out)
    assert (told["by"], told["model"], told["prompt"][:6]) == ("model", "openai:test", "draft@")
    assert PROSE in told["text"]


def test_a_model_that_fails_leaves_0_and_one_sentence_of_why(draft, server):
    server.play(failing(401))
    done = draft("--json")
    assert (done.status, json.loads(done.out)["by"]) == (0, "offline")
    assert done.err == (
        "The model's service did not accept the key, or none is set. Check the service's key (such as OPENAI_API_KEY). "
        "This draft is in the form's own sentences, without a model.\n"
    )


def test_offline_asks_no_model(draft, server):
    assert json.loads(draft("--offline", "--json").out)["by"] == "offline"
    assert server.history == []


def test_ctrl_c_leaves_without_a_traceback(draft, monkeypatch):
    async def interrupted(*_):
        await asyncio.sleep(0)
        raise KeyboardInterrupt

    monkeypatch.setattr(Drafter, "write", interrupted)
    done = draft()
    assert done.status == 130
    assert "Traceback" not in done.err
