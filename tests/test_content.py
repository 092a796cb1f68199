"""Every form, prompt and message there is loads, renders, and passes its own checks; a bad one is named and harms no other."""

import ast
import json
import re
import shutil
import string
from functools import cache
from pathlib import Path

import pytest
import yaml

from assistant import checks
from assistant.assistant import Assistant
from assistant.checks.finding import words
from assistant.cli import main
from assistant.content import BUILT_IN
from assistant.forms.brief import read_brief
from assistant.forms.reader import read
from assistant.forms.template import BLANK
from assistant.messages import LANGUAGES, say, store
from assistant.settings import STATES, read_settings

ROOT = Path(__file__).parents[1]
LETTERS = BUILT_IN / "templates/letters"
HERE = Assistant(read_settings({}))
MORE = Assistant(read_settings({"EDAKSH_CONTENT": str(ROOT / "tests/checks/content")}))
"""With small forms of the tests' own, for codes that none of the built-in ones can bring about."""
FORMS = HERE.library.ids
PROMPTS = [path.stem for path in (BUILT_IN / "prompts").glob("[!_]*.md")]
CODES = sorted(path.stem for path in (ROOT / "assistant/checks/codes").glob("*.yaml"))


# --- what there is


def test_nothing_is_wrong_with_the_content_files():
    assert HERE.problems == []
    assert {"letter", "email", "notesheet"} <= set(FORMS)


@pytest.mark.parametrize("name", PROMPTS)
def test_a_prompt_loads_and_says_what_it_is_for(name):
    prompt = HERE.prompt(name)
    assert prompt.purpose
    assert re.fullmatch(rf"{name}@[0-9a-f]{{6}}", prompt.id)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_an_example_makes_a_whole_paper_that_nothing_is_found_in(form, language, state):
    example = HERE.library.example(HERE.library.form(form), language)
    draft = HERE.drafter.offline(
        example.__class__(example.form, example.facts.model_copy(update={"state": state})), language
    )
    assert [finding.code for finding in draft.findings] == []
    at_issue = {spec.id for spec in example.form.norm(state, language).parts if spec.at_issue} | {"copies"}
    blank = {part.id for part in draft.document.parts if any(BLANK in block.text for block in part.blocks)}
    assert blank <= at_issue
    assert "None" not in draft.document.text


@pytest.mark.parametrize("form", FORMS)
def test_a_form_asks_in_both_languages_and_shows_an_answer(form):
    for field in HERE.library.form(form).fields.values():
        for language in LANGUAGES:
            assert field.ask[language]
            assert field.help[language]
            assert field.example[language]


@pytest.mark.parametrize("form", FORMS)
def test_a_paper_of_which_nothing_is_known_yet_is_made_and_reviewed(form):
    for language in LANGUAGES:
        brief = read_brief(HERE.library.form(form), "{}", "brief.json")
        assert HERE.drafter.offline(brief, language).document.text
        document = read("", HERE.library.form(form), language)
        assert checks.run(checks.Case(document, HERE.library.form(form), "mp", brief))


# --- messages


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_both_languages_say_the_same_things():
    assert store("hi").keys() == store("en").keys()
    assert {key for key in store("en") if _places(store("en")[key]) != _places(store("hi")[key])} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_stands_twice_or_is_empty(language):
    lines = (ROOT / f"assistant/messages/{language}.yaml").read_text(encoding="utf-8").splitlines()
    keys = [line.partition(":")[0] for line in lines if re.match(r"[a-z]", line)]
    assert sorted(keys) == sorted(set(keys))
    assert all(store(language).values())


def test_hindi_messages_are_in_hindi():
    def letters(text: str, script: str) -> int:
        return len(re.findall(script, re.sub(r"\{\w*\}|[A-Z_]{3,}\S*|\S+[:=./]\S+", "", text)))

    odd = {
        key for key, text in store("hi").items() if letters(text, "[A-Za-z]") > 2 * letters(text, "[\u0904-\u0939]") + 8
    }
    assert odd == set()


def test_every_message_that_the_code_names_is_there():
    named = set()
    for path in (ROOT / "assistant").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if re.fullmatch(r"(?:error|note)\.[a-z.]+[a-z]", node.value):
                    named.add(node.value)
            elif isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in (
                "say",
                "both",
                "safe",
            ):
                named |= {str(first.value) for first in node.args[:1] if isinstance(first, ast.Constant)}
    assert len(named) > 40
    assert named <= store("en").keys()


def test_every_error_message_is_used_somewhere():
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "assistant").rglob("*.py"))
    assert {key for key in store("en") if key.startswith("error.") and f'"{key}"' not in code} == set()


def test_an_unknown_message_is_an_error_at_once():
    with pytest.raises(KeyError):
        say("no.such.message", "hi")


# --- the finding codes


def _cases(kind: str) -> list[tuple[str, dict]]:
    return [(code, case) for code in CODES for case in words(code).get(kind, [])]


@cache
def _example(form: str, language: str) -> dict:
    text = MORE.library.content.read(f"templates/letters/{form}/example.{language}.yaml")
    return yaml.load(text, yaml.CSafeLoader)


def _found(case: dict) -> list[checks.Finding]:
    """What is found in a case: loose `text` as somebody pasted it, with or without a `brief`; else `prose` in the paper that the
    form's own example makes, `with` other facts or `without` some. `scenario`, `given`, `length`: those of an exercise; `instruction`: it is
    one to a model."""
    library, language, form = MORE.library, case.get("language", "hi"), MORE.library.form(case.get("form", "letter"))
    exercise = {key: case[key] for key in ("scenario", "given") if key in case}
    exercise["instruction"] = "instruction" in case
    if "length" in case:
        exercise["length"] = tuple(int(words) for words in case["length"])
    if "text" in case:
        brief = read_brief(form, json.dumps(case["brief"]), "brief.json") if "brief" in case else None
        state = case.get("state") or (brief.state("mp") if brief else "mp")
        document = read(case["text"], form, language)
    else:
        source = _example(form.id, language)
        facts = {key: value for key, value in source.items() if key not in case.get("without", [])}
        facts |= case.get("with", {}) | ({"state": case["state"]} if "state" in case else {})
        brief = read_brief(form, json.dumps(facts, default=str), "brief.json")
        state = brief.state("mp")
        document = library.templates.render(brief, language, state, case.get("prose"))
    return checks.run(checks.Case(document, form, state, brief, **exercise))


def test_each_code_has_a_check_and_each_check_its_words():
    assert sorted(checks.CHECKS) == CODES


@pytest.mark.parametrize("code", CODES)
def test_a_code_tells_what_is_wrong_in_both_languages_and_has_cases(code):
    told = words(code)
    assert told["severity"] in ("error", "warning", "hint")
    assert set(told["message"]) == set(told["rule"]) == set(LANGUAGES)
    assert _places(told["message"]["hi"]) == _places(told["message"]["en"])
    assert len(told["catch"]) >= 2
    assert len(told["pass"]) >= 2


@pytest.mark.parametrize(("code", "case"), _cases("catch"))
def test_a_fault_is_found(code, case):
    found = [finding for finding in _found(case) if finding.code == code]
    assert found
    if "quote" in case:
        assert case["quote"] in [finding.quote for finding in found]
    if "suggestion" in case:
        assert case["suggestion"] in [finding.suggestion for finding in found]
    if "severity" in case:
        assert case["severity"] in [finding.severity for finding in found]


@pytest.mark.parametrize(("code", "case"), _cases("pass"))
def test_what_only_looks_like_a_fault_is_let_pass(code, case):
    assert code not in [finding.code for finding in _found(case)]


# --- content of one's own, over the built-in


@pytest.fixture
def overlay(tmp_path, make):
    """An assistant with an `EDAKSH_CONTENT` in which files of the built-in content are changed, or new ones stand."""

    def changed(files):
        for name, change in files.items():
            target = tmp_path / "content" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            text = change if isinstance(change, str | bytes) else change((BUILT_IN / name).read_text(encoding="utf-8"))
            target.write_bytes(text if isinstance(text, bytes) else text.encode())
        return make(EDAKSH_CONTENT=str(tmp_path / "content"))

    return changed


def _instead(old: str, new: str):
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


FORM, HI, EXAMPLE = "letter/form.yaml", "letter/hi.j2", "letter/example.hi.yaml"
BAD = {  # the file, what is changed in it, the error, words of the line that it is told at, words that tell it
    "a misspelt key": (FORM, _instead("order: 1", "ordr: 1"), "error.key.near", "ordr: 1", "ordr"),
    "a missing key": (FORM, _instead("length:", "# length:"), "error.key.missing", "order: 1", "length"),
    "an unknown look": (FORM, _instead("look: letterhead", "look: leterhead"), "error.kind.choice", "look: leterhead", "leterhead"),
    "an unknown need": (FORM, _instead("need: required", "need: requird"), "error.value", "need: requird", "requird"),
    "an unknown field": (FORM, _instead("[subject,", "[subjct,"), "error.form.field", "fields:", "subjct"),
    "a part that a norm misspells": (FORM, _instead("salutation: required", "salutatoin: required"), "error.key.near", "salutatoin:", "salutatoin"),
    "an unknown state": (FORM, _instead("  goi:", "  gio:"), "error.key.near", "gio:", "gio"),
    "a part named twice": (FORM, _instead("{id: through,", "{id: from,"), "error.yaml.twice", "name: {hi: माध्यम", "from"),
    "a number without its place": (FORM, _instead('"{n}. "', '"{m}. "'), "error.kind.choice", "{m}", "{m}"),
    "too few numbers": (FORM, _instead("[60, 500]", "[60]"), "error.key.missing", "[60]", "2"),
    "not YAML": (FORM, _instead("title: {", "title: {{"), "error.yaml", None, ""),
    "a key that stands twice": (FORM, _instead("order: 1", "order: 1\norder: 2"), "error.yaml.twice", "order: 2", "order"),
    "a template that isn't one": (HI, _instead("{% block subject %}", "{% blok subject %}"), "error.template", "blok subject", "blok"),
    "a field that there isn't": (HI, _instead("subject | stop", "subjct | stop"), "error.template.field", "subjct | stop", "subjct"),
    "a word that there isn't": (HI, _instead("words.subject", "words.subjct"), "error.template", "words.subjct", "subjct"),
    "a template that breaks": (HI, _instead("words.subject", "1 / 0"), "error.template", "1 / 0", "ZeroDivisionError"),
    "a block for no part": (HI, _instead("block subject", "block subjct"), "error.template.part", None, "subjct"),
    "an import of nothing": (HI, _instead("matter.j2", "mater.j2"), "error.file.missing", None, "mater.j2"),
    "an example that is wrong": (EXAMPLE, _instead("2026-02-25", "2026-02-30"), "error.kind.date.impossible", "2026-02-30", "2026-02-30"),
    "an example's misspelt key": (EXAMPLE, _instead("deadline", "dedline"), "error.key.near", "dedline", "dedline"),
    "a file of another encoding": (EXAMPLE, lambda text: text.encode("utf-16"), "error.file.unreadable", None, "UTF-8"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_named_with_its_line(overlay, case):
    name, change, key, at, told = BAD[case]
    library = overlay({f"templates/letters/{name}": change}).library
    problem = next(problem for problem in library._problems_of("letter") if problem.key == key)
    assert problem.file.startswith("templates/letters/")
    if at:
        lines = change((LETTERS / name).read_text(encoding="utf-8")).splitlines()
        assert problem.line == next(n for n, line in enumerate(lines, 1) if at in line)
    assert told in say(problem.key, "en", **problem.values)


@pytest.mark.parametrize("case", ["not YAML", "a template that breaks", "a file of another encoding"])
def test_where_one_file_is_bad_the_other_forms_go_on(overlay, case):
    name, change, *_ = BAD[case]
    library = overlay({f"templates/letters/{name}": change}).library
    assert sorted(library.forms) == sorted(set(FORMS) - {"letter"})
    assert library.problems


def test_a_form_without_an_example_is_left_out_by_name(tmp_path, make):
    folder = tmp_path / "content/templates/letters/letter2"
    shutil.copytree(LETTERS / "letter", folder)
    (folder / "example.en.yaml").unlink()
    library = make(EDAKSH_CONTENT=str(tmp_path / "content")).library
    assert [(problem.file, problem.key) for problem in library.problems] == [
        ("templates/letters/letter2/example.en.yaml", "error.file.missing")
    ]
    assert "letter" in library.forms


def test_what_is_wrong_in_a_shared_file_is_told_once(overlay):
    library = overlay({"templates/letters/_shared/shared.yaml": _instead("kind: people", "kind: peple")}).library
    assert [(problem.key, problem.line) for problem in library.problems] == [("error.kind.choice", 6)]


@pytest.mark.parametrize("name", ["templates/letters/Thumbs.db", "templates/letters/notes.txt", "prompts/README.txt"])
def test_a_stray_file_is_no_form_and_no_prompt(overlay, name):
    assert overlay({name: "x"}).problems == []


def test_a_bad_prompt_and_a_broken_house_file_are_named(overlay):
    bad = overlay({"prompts/draft.md": _instead("purpose:", "purpos:"), "templates/house.docx": "not Word"})
    assert {(problem.file, problem.key) for problem in bad.problems} >= {
        ("prompts/draft.md", "error.key.near"),
        ("templates/house.docx", "error.house"),
    }


def test_content_check_tells_the_file_and_leaves_with_1(overlay, tmp_path, monkeypatch, capsys):
    overlay({f"templates/letters/{FORM}": _instead("order: 1", "ordr: 1")})
    monkeypatch.setenv("EDAKSH_CONTENT", str(tmp_path / "content"))
    with pytest.raises(SystemExit) as left:
        main(["content", "check"])
    assert left.value.code == 1
    assert (
        "templates/letters/letter/form.yaml:2:ordr: There is no key “ordr”. Did you mean “order”?"
        in capsys.readouterr().out
    )


def test_content_check_of_what_is_built_in_finds_nothing(capsys):
    with pytest.raises(SystemExit) as left:
        main(["content", "check"])
    assert (left.value.code, capsys.readouterr().out) == (0, "")


def test_an_overlay_that_replaces_one_file_wins_and_the_rest_stays(overlay):
    mine = overlay({f"templates/letters/{FORM}": _instead("en: Official letter", "en: Letter of our office")})
    assert mine.library.form("letter").title.en == "Letter of our office"
    assert mine.library.form("email").title.en == "Official e-mail"
    assert mine.problems == []


def test_a_new_form_is_data_alone(tmp_path, make, monkeypatch, capsys):
    """A copy of the letter under another id, with a field of its own: asked for, accepted in a brief, printed."""
    folder = tmp_path / "content/templates/letters/permit"
    shutil.copytree(LETTERS / "letter", folder)
    form = folder / "form.yaml"
    question = "[{vehicle: {kind: line, ask: {hi: वाहन, en: Vehicle}, help: {hi: एक, en: One}, example: {hi: जीप, en: jeep}}}, subject,"
    form.write_text(
        form.read_text(encoding="utf-8")
        .replace("[subject,", question)
        .replace("शासकीय पत्र, en: Official letter", "अनुमति, en: Permit"),
        encoding="utf-8",
    )
    for language in LANGUAGES:
        template = folder / f"{language}.j2"
        text = template.read_text(encoding="utf-8").replace("{{ matter() }}", "{{ matter() }}\nVehicle: {{ vehicle }}")
        template.write_text(text, encoding="utf-8")
    monkeypatch.setenv("EDAKSH_CONTENT", str(tmp_path / "content"))
    assert make(EDAKSH_CONTENT=str(tmp_path / "content")).problems == []
    main_status(["forms", "--json"])
    listed = {form["id"]: form for form in json.loads(capsys.readouterr().out)}
    assert "vehicle" in [field["id"] for field in listed["permit"]["fields"]]
    (tmp_path / "brief.yaml").write_text("vehicle: MP 04 0000\nsubject: x\npoints: [it is needed]", encoding="utf-8")
    assert (
        main_status(["draft", "--form", "permit", "--lang", "en", "--brief", str(tmp_path / "brief.yaml"), "--offline"])
        == 0
    )
    assert "Vehicle: MP 04 0000" in capsys.readouterr().out


def main_status(args: list[str]) -> int:
    try:
        main(args)
    except SystemExit as left:
        return int(left.code or 0)
    return 0


def test_a_content_folder_that_is_none_is_told(make, tmp_path):
    with pytest.raises(Exception, match=re.escape("error.content.folder")):
        _ = make(EDAKSH_CONTENT=str(tmp_path / "nothing")).library
