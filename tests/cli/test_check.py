"""`edaksh check`: what a careful section officer sees in a file, told to a person or to a program."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli.check import paper

ROOT = Path(__file__).parents[2]
HEAVY = ("gradio", "langchain", "langchain_core", "openai", "sqlalchemy", "docx")
GOOD = """कार्यालय कलेक्टर, जिला सीहोर (म.प्र.)

क्रमांक ................    सीहोर, दिनांक 16.02.2026

प्रति,
मुख्य कार्यपालन अधिकारी,
जिला पंचायत, सीहोर

विषयः- ग्रीष्मकालीन पेयजल व्यवस्था के संबंध में।

महोदय,

उपर्युक्त विषयांतर्गत लेख है कि जिले के 42 ग्रामों में जल स्तर नीचे गया है और इन ग्रामों में पेयजल की व्यवस्था टैंकरों से की जा रही है।

अतः अनुरोध है कि जनपद पंचायतों के 7 टैंकर इन ग्रामों के लिए दिनांक 25.02.2026 तक उपलब्ध कराए जाएँ तथा प्रत्येक टैंकर के फेरों का समय ग्राम पंचायतों को बताया जाए।

भवदीय,

(अ. ब. वर्मा)
कलेक्टर
जिला सीहोर
"""
BAD = GOOD.replace("विषयः- ग्रीष्मकालीन पेयजल व्यवस्था के संबंध में।\n\n", "")


@pytest.fixture
def check(run, tmp_path):
    """Runs `edaksh check` on a text in a file."""

    def command(text, *args, name="paper.txt", form="letter", language="hi"):
        (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return run("check", str(tmp_path / name), "--form", form, "--lang", language, *args)

    return command


def test_a_good_paper_leaves_with_0(check):
    done = check(GOOD)
    assert (done.status, done.err) == (0, ""), done.out
    found = json.loads(check(GOOD, "--json").out)
    assert list(found) == ["form", "language", "parts", "findings"]
    assert (found["form"], found["language"]) == ("letter", "hi")
    assert found["parts"]["subject"] == "ग्रीष्मकालीन पेयजल व्यवस्था के संबंध में।"
    assert found["parts"]["addressee"] == ["प्रति,", "मुख्य कार्यपालन अधिकारी,", "जिला पंचायत, सीहोर"]
    assert len(found["parts"]["body"]) == 2


def test_a_paper_that_cant_go_out_leaves_with_1(check):
    done = check(BAD, "--json")
    assert (done.status, done.err) == (1, "")
    found = next(one for one in json.loads(done.out)["findings"] if one["code"] == "form.part-missing")
    assert found["part"] == "subject"
    assert list(found) == ["code", "severity", "part", "start", "end", "quote", "message", "suggestion"]
    assert set(found["message"]) == {"hi", "en"}


def test_places_are_those_of_the_text_as_given(check):
    text = "\ufeff" + GOOD.replace("42 ग्रामों", "[संख्या]  ग्रामों").replace("\n", "\r\n")
    found = next(
        one for one in json.loads(check(text, "--json").out)["findings"] if one["code"] == "leftover.placeholder"
    )
    assert found["quote"] == "[संख्या]"
    assert text.removeprefix("\ufeff")[found["start"] : found["end"]] == "[संख्या]"


def test_one_paragraph_is_a_list_of_one(check):
    found = json.loads(check("विषय: पेयजल\n\nमहोदय,\n\nसूचना है।", "--json").out)
    assert found["parts"]["body"] == ["सूचना है।"]


def test_a_person_reads_how_grave_where_what_and_why(check, monkeypatch):
    text = GOOD.replace("42 ग्रामों", "[संख्या] ग्रामों")
    done = check(text)
    assert done.status == 1
    assert "line 13 · “[संख्या]”" in done.out
    assert "leftover.placeholder" in done.out
    monkeypatch.setenv("LC_ALL", "hi_IN.UTF-8")
    assert "पंक्ति 13" in check(text).out


def test_a_text_comes_on_standard_input_too(run):
    done = run("check", "-", "--form", "letter", "--lang", "hi", "--json", typed=GOOD)
    assert (done.status, json.loads(done.out)["parts"]["salutation"]) == (0, "महोदय,")


def test_with_the_facts_of_the_case_the_paper_is_held_to_them(run, example, tmp_path):
    brief = example("letter", "hi")
    run("draft", "--form", "letter", "--lang", "hi", "--brief", brief, "--offline", "-o", "x.docx")
    done = run("check", "x.docx", "--form", "letter", "--lang", "hi", "--brief", brief, "--json")
    assert (done.status, json.loads(done.out)["findings"]) == (0, [])


@pytest.mark.parametrize("suffix", [".txt", ".docx"])
@pytest.mark.parametrize("language", ["hi", "en"])
@pytest.mark.parametrize("form", ["letter", "notesheet"])
def test_the_parts_are_those_of_the_draft(run, example, form, language, suffix):
    brief = example(form, language)
    made = json.loads(
        run(
            "draft", "--form", form, "--lang", language, "--brief", brief, "--offline", "--json", "-o", f"x{suffix}"
        ).out
    )
    found = json.loads(run("check", f"x{suffix}", "--form", form, "--lang", language, "--json").out)
    assert found["parts"] == made["parts"]


@pytest.mark.parametrize("language", ["hi", "en"])
def test_whom_an_e_mail_goes_to_is_no_contact_of_anybodys(run, example, tmp_path, language):
    args, mail = ("--form", "email", "--lang", language), str(tmp_path / "mail.eml")
    run("draft", *args, "--brief", example("email", language), "--offline", "-o", mail)
    done = run("check", mail, *args)
    assert (done.status, done.out) == (0, "Nothing found wanting. Read it once yourself.\n")


@pytest.mark.parametrize(("text", "told"), [("1 " * 150_001, "300000"), ("\n" * 15_001, "15000"), ("1 " * 150_000, "")])
def test_a_text_that_is_read_in_part_is_told_so(tmp_path, capsys, text, told):
    path = tmp_path / "paper.txt"
    path.write_text(text, encoding="utf-8")
    assert paper(str(path)).text
    said = capsys.readouterr().err
    assert told in said
    assert bool(told) is bool(said)


@pytest.mark.parametrize(
    ("raw", "name", "told"),
    [
        (b"x", "paper.pdf", "“.pdf” can't be read"),
        (b"x", "paper", "can't be read"),
        (b"not a zip", "paper.docx", "This Word file can't be read."),
        ("अ".encode("utf-16-be"), "paper.eml", "This e-mail can't be read."),
        (b"\xff\xfe\x00", "paper.txt", "isn't text in UTF-8"),
        (b"a" * 1_000_001, "paper.txt", "The file is too large."),
    ],
)
def test_a_file_that_cant_be_read_is_one_line_and_status_2(check, raw, name, told):
    done = check(raw, "--json", name=name)
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert told in done.err


@pytest.mark.parametrize(
    "args",
    [
        ["nowhere.txt", "--form", "letter", "--lang", "hi"],
        [".", "--form", "letter", "--lang", "hi"],
        ["-", "--form", "nothing", "--lang", "hi"],
        ["-", "--form", "letter", "--lang", "fr"],
        ["-", "--lang", "hi"],
        ["-", "--form", "letter", "--lang", "hi", "--brief", "-"],
        ["-", "--form", "letter", "--lang", "hi", "--brief", "nowhere.yaml"],
        ["\0", "--form", "letter", "--lang", "hi"],
    ],
)
def test_a_call_that_is_wrong_is_one_line_and_status_2(run, args):
    done = run("check", *args)
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)


def test_it_imports_nothing_that_it_doesnt_need(tmp_path):
    (tmp_path / "x.txt").write_text(GOOD, encoding="utf-8")
    code = (
        "import sys; from assistant.cli import main\n"
        f"try: main(['check', {str(tmp_path / 'x.txt')!r}, '--form', 'letter', '--lang', 'hi'])\n"
        f"finally: print([name for name in {HEAVY} if name in sys.modules])"
    )
    env = {name: value for name, value in os.environ.items() if not name.startswith("EDAKSH_")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT, env=env)
    assert done.stdout.splitlines()[-1] == "[]"
