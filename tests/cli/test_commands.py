"""The other commands, the exit statuses, and what a shell sees of the installed program."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from assistant import __version__
from tests.scripted_server import Server, failing, plain, silent, wrong

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "templates/letters/letter/example.hi.yaml"
HEAVY = ("gradio", "langchain", "langchain_core", "openai", "sqlalchemy", "asyncio")


def shell(*args, typed=None, stdout=subprocess.PIPE, cwd=None, **environ):
    env = {name: value for name, value in os.environ.items() if name not in ("LC_ALL", "LC_MESSAGES")}
    env |= {"LANG": "C.UTF-8", **environ}
    return subprocess.run(
        [sys.executable, "-m", "assistant", *args],
        input=typed,
        stdout=stdout,
        stderr=subprocess.PIPE,
        cwd=cwd or ROOT,
        env=env,
        check=False,
    )


# --- forms, content check, doctor


def test_the_forms_are_listed_for_people_and_for_programs(run):
    done = run("forms")
    assert (done.status, done.err) == (0, "")
    assert [line.split()[0] for line in done.out.splitlines()][:3] == ["letter", "email", "notesheet"]
    listed = json.loads(run("forms", "--json").out)
    assert [form["id"] for form in listed] == [line.split()[0] for line in done.out.splitlines()]
    for form in listed:
        assert set(form["title"]) == {"hi", "en"}
        assert form["fields"]
        assert {part["need"] for part in form["parts"]} <= {"required", "usual", "optional", "never"}


def test_a_bad_form_is_told_beside_the_list(run, tmp_path, monkeypatch):
    bad = tmp_path / "content/templates/letters/letter/form.yaml"
    bad.parent.mkdir(parents=True)
    bad.write_text("ordr: 1")
    monkeypatch.setenv("EDAKSH_CONTENT", str(tmp_path / "content"))
    done = run("forms", "--json")
    assert [form["id"] for form in json.loads(done.out)][:2] == ["email", "notesheet"]
    assert "templates/letters/letter/form.yaml:1:ordr" in done.err


def test_a_doctor_finds_a_new_installation_in_order(run):
    done = run("doctor")
    assert done.status == 0
    assert all(line.startswith("ok  ") for line in done.out.splitlines())
    assert "letter, email, notesheet" in done.out
    assert "No model is connected" in done.out


def test_a_doctor_names_a_bad_file_and_leaves_with_1(run, tmp_path, monkeypatch):
    bad = tmp_path / "content/prompts/draft.md"
    bad.parent.mkdir(parents=True)
    bad.write_text("no front matter")
    monkeypatch.setenv("EDAKSH_CONTENT", str(tmp_path / "content"))
    done = run("doctor")
    assert done.status == 1
    assert f"!!  {bad}:1: The prompt file does not start with ---." in done.out


def test_a_doctor_names_a_home_that_cant_be_written(run, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("EDAKSH_HOME", str(tmp_path / "file/home"))
    done = run("doctor")
    assert done.status == 1
    assert any(line.startswith("!!") for line in done.out.splitlines())
    assert "Traceback" not in done.err


@pytest.mark.parametrize("script", [plain("yes"), failing(401), failing(404), wrong(), silent()])
def test_a_doctor_asks_the_model_for_a_word_and_tells_what_a_draft_would(run, example, monkeypatch, script):
    """A server that lists its models may answer none of them."""
    with Server(always=script) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("EDAKSH_MODEL", "openai:test")
        monkeypatch.setenv("EDAKSH_MODEL_TIMEOUT", "1" if script == silent() else "30")
        last = run("doctor").out.splitlines()[-1]
        status = run("doctor").status
        why = run("draft", "--form", "letter", "--lang", "en", "--brief", example("letter", "en")).err
    if script.text:
        assert (status, last) == (0, "ok  Model openai:test answers")
    else:
        assert status == 1
        assert last.startswith("!!  openai:test: ")
        assert last.removeprefix("!!  openai:test: ") in why


# --- calls and settings


def test_help_and_version(run):
    assert run("--version").out.strip().endswith(__version__)
    assert "draft" in run("--help").out
    assert run().out == run("--help").out
    assert "--brief" in run("draft", "-h").out


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["nothing"], "There is no command “nothing”."),
        (["content"], "Missing command"),
        (["serve", "--port", "x"], "“x” can't be a port; give a number from 1 to 65535"),
        (["serve", "--port", "70000"], "“70000” can't be a port"),
    ],
)
def test_a_call_that_is_wrong_is_one_line_and_status_2(run, args, told):
    done = run(*args)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["nothing"], "“nothing” कोई आदेश नहीं है"),
        (["check", "-", "--frm", "letter"], "“--frm” कोई विकल्प नहीं है"),
        (["check"], "FILE नहीं दिया"),
        (["check", "-", "--form"], "--form के बाद उसका मान नहीं दिया"),
        (["draft", "--lang", "fr"], "--lang में इनमें से एक दीजिए: hi, en (edaksh draft --help)"),
        (["report", "all"], "NAME में इनमें से एक दीजिए: completions, "),
    ],
)
def test_on_a_hindi_terminal_a_wrong_call_is_told_in_hindi(run, monkeypatch, args, told):
    monkeypatch.setenv("LC_ALL", "hi_IN.UTF-8")
    done = run(*args)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("edaksh: ")
    assert told in done.err


@pytest.mark.parametrize(
    ("name", "value"),
    [("EDAKSH_STATE", "xx"), ("EDAKSH_MODEL", "gpt"), ("OPENAI_BASE_URL", "localhost:1"), ("EDAKSH_MODEL_TIMEOUT", "soon"),
     ("EDAKSH_MODEL_TIMEOUT", "inf"), ("EDAKSH_MODEL_CONCURRENCY", "0"), ("EDAKSH_CONTENT", "/no/such/folder")],
)  # fmt: skip
def test_a_setting_that_cant_be_is_named_with_what_is_allowed(run, monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    done = run("forms")
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert name in done.err
    assert value in done.err


def test_settings_are_read_from_dotenv_and_the_environment_wins(run, tmp_path, monkeypatch):
    (tmp_path / ".env").write_text("\ufeffEDAKSH_STATE=goi\n", encoding="utf-8")
    assert "सं. ...." in run("draft", "--form", "letter", "--lang", "hi", "--brief", "-", "--offline").out
    monkeypatch.setenv("EDAKSH_STATE", "mp")
    assert "क्रमांक ...." in run("draft", "--form", "letter", "--lang", "hi", "--brief", "-", "--offline").out
    (tmp_path / ".env").write_bytes("EDAKSH_STATE=goi".encode("utf-16"))
    assert run("forms").status == 2


def test_messages_are_in_hindi_where_the_terminal_is(run, monkeypatch):
    monkeypatch.setenv("LC_ALL", "hi_IN.UTF-8")
    assert "नाम का कोई प्रपत्र नहीं है" in run("draft", "--form", "x", "--lang", "hi", "--brief", "-").err


def test_an_odd_argument_is_told_and_not_tripped_over(run):
    done = run("draft", "--form", "\udcff", "--lang", "hi", "--brief", "-")
    assert (done.status, done.err.count("\n")) == (2, 1)


# --- as a shell sees it


def test_an_offline_draft_imports_nothing_that_it_doesnt_need(tmp_path):
    code = (
        "import sys; from assistant.cli import main\n"
        f"try: main(['draft', '--form', 'letter', '--lang', 'hi', '--brief', {str(EXAMPLE)!r}, '--offline', '-o', {str(tmp_path / 'x.docx')!r}])\n"
        f"finally: print([name for name in {HEAVY} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"
    assert (tmp_path / "x.docx").stat().st_size > 5000


def test_the_command_speaks_utf_8_wherever_it_runs():
    done = shell("forms", LANG="C", PYTHONIOENCODING="latin-1", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "शासकीय पत्र" in done.stdout.decode("utf-8")


def test_app_py_is_the_serve_command():
    done = subprocess.run([sys.executable, "app.py", "--help"], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "Serve the app to browsers." in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such device")
def test_a_full_disk_behind_standard_output_is_one_line():
    with Path("/dev/full").open("w") as full:
        done = shell("forms", stdout=full)
    assert done.returncode == 2
    assert (
        done.stderr.decode().strip()
        == "edaksh: The file - could not be written: No space left on device. Choose another place or name."
    )


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
def test_a_reader_that_leaves_is_no_fault():
    reader, writer = os.pipe()
    os.close(reader)
    done = shell("forms", "--json", stdout=writer)
    os.close(writer)
    assert done.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit on a file's size")
def test_a_file_that_grows_too_large_for_its_disk_leaves_nothing(tmp_path):
    """A limit on the size of files stands for the full disk, and this one is real."""
    script = f"""
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (900, 900))
from assistant.cli import main
main(["draft", "--form", "letter", "--lang", "hi", "--brief", {str(EXAMPLE)!r}, "--offline", "-o", "x.docx"])
"""
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=tmp_path, env=environ
    )
    assert done.returncode == 2
    assert "could not be written: File too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir() if path.suffix] == []


def test_a_fault_of_the_program_s_own_is_one_line_with_a_number_and_its_story_in_a_file(run, monkeypatch):
    told = "somebody's own words"

    def fails(*_):
        raise KeyError(told)

    monkeypatch.setattr("assistant.forms.library.Library.form", fails)
    done = run("draft", "--form", "letter", "--lang", "hi", "--brief", "-", "--offline", typed="{}")
    assert (done.status, done.out, done.err.count("\n")) == (3, "", 1)
    assert "Traceback" not in done.err
    number = re.search("number ([0-9a-f]{6})", done.err)[1]
    log = (Path(os.environ["EDAKSH_HOME"]) / "errors.log").read_text(encoding="utf-8")
    assert f"{number} KeyError" in log
    assert told not in log
