"""`edaksh labs` lists what there is to practise, `edaksh grade` marks an answer with reasons, on files from elsewhere too."""

import json
import re

import pytest

from assistant.cli.streams import told

EXERCISE = """
id: short
kind: draft
form: letter
language: hi
scenario: {hi: टैंकर के लिए पत्र लिखिए।, en: Write for tankers.}
brief: {points: [42 ग्रामों में जल स्तर नीचे गया है], request: 7 टैंकर भेजें}
expect: {facts: [{id: villages, number: 42}, {id: tankers, number: "7"}]}
"""


@pytest.fixture
def answer(assistant, tmp_path):
    file = tmp_path / "answer.txt"
    file.write_text(assistant.labs.find("water-tankers").file.model_answer, encoding="utf-8")
    return str(file)


def test_the_labs_are_listed_for_people_and_for_programs(run):
    done = run("labs")
    assert (done.status, done.err) == (0, "")
    assert "water-tankers" in done.out
    listed = json.loads(run("labs", "--json").out)
    assert next(lab["id"] for lab in listed) == "first-letter"
    for lab in listed:
        assert set(lab["title"]) == {"hi", "en"}
        assert {exercise["kind"] for exercise in lab["exercises"]} <= {"draft", "repair", "prompt", "translate", "quiz"}


def test_a_mark_is_told_with_its_reasons(run, answer):
    told = json.loads(run("grade", answer, "--exercise", "water-tankers", "--json").out)
    assert told["exercise"] == "water-tankers"
    assert told["passed"] is True
    assert told["out_of"] == 100
    assert told["rubric"].startswith("default@")
    assert set(told["feedback"]) == {"hi", "en"}
    for criterion in told["criteria"]:
        assert criterion["score"] is not None or criterion["why_not"]
    done = run("grade", answer, "--exercise", "water-tankers")
    assert done.status == 0
    assert "100" in done.out.splitlines()[0]


def test_a_mark_is_told_in_the_language_of_the_terminal(run, answer, monkeypatch):
    monkeypatch.setenv("LANG", "hi_IN.UTF-8")
    told = run("grade", answer, "--exercise", "water-tankers").out
    assert "स्पष्टता: अभी नहीं जाँची गई: मॉडल से नहीं पढ़वाया गया।" in told
    assert "no model" not in told


def test_an_exercise_from_elsewhere_is_marked_as_it_is(run, answer, tmp_path):
    file = tmp_path / "short.yaml"
    file.write_text(EXERCISE, encoding="utf-8")
    told = json.loads(run("grade", answer, "--exercise", str(file), "--json", "--offline").out)
    facts = next(criterion for criterion in told["criteria"] if criterion["id"] == "facts")
    assert facts["findings"] != []
    assert "facts.missing" not in facts["findings"]


def test_a_prompt_that_names_no_form_is_marked_by_what_it_covers(run, tmp_path):
    file = tmp_path / "asking.yaml"
    file.write_text(
        "id: asking\nkind: prompt\nlanguage: en\n"
        "expect: {covers: [{id: length, text: [120 words], why: {hi: शब्द-सीमा कहिए, en: Say how long}}]}\n",
        encoding="utf-8",
    )
    asked = "Write a letter in plain official English to the villagers about the new water scheme"
    for more, passed, codes in ((".", False, ["facts.missing"]), (", of at most 120 words.", True, [])):
        told = json.loads(run("grade", "-", "--exercise", str(file), "--json", "--offline", typed=asked + more).out)
        assert (told["passed"], [finding["code"] for finding in told["findings"]]) == (passed, codes)


def test_a_bad_mark_is_no_failure_of_the_command(run, tmp_path):
    (tmp_path / "empty.txt").write_text("")
    done = run("grade", str(tmp_path / "empty.txt"), "--exercise", "water-tankers", "--json")
    assert done.status == 0
    assert json.loads(done.out)["score"] < 10


@pytest.mark.parametrize(
    ("exercise", "told"),
    [
        ("no-such", "There is no exercise"),
        ("no-such.yaml", "was not found"),
        ("kind: draft\nid: x", "needs “form”"),
        ("kind: quiz\nid: x\nquestions: []", "needs “questions”"),
        ("kind: drft\nid: x", "drft"),
        (EXERCISE.replace("number: 42", "number: many"), "many"),
        (EXERCISE.replace("number: 42", "number: 42, amount: 3"), "exactly one"),
        (EXERCISE.replace("form: letter", "form: leter"), "There is no form “leter”"),
        (EXERCISE.replace("points:", "poits:"), "points"),
        (re.sub("language.*\n", "", EXERCISE), "needs “language”"),
        (re.sub("scenario.*\n", "", EXERCISE), "needs “scenario”"),
        (re.sub("brief.*\n", "", EXERCISE), "needs “brief”"),
        (re.sub("expect.*\n", "", EXERCISE), "needs “expect”"),
        (EXERCISE + "must: [privcy]", "privacy"),
        (EXERCISE + "defects: [facts.weekday]", "facts.weekday-mismatch"),
        (EXERCISE.replace("id: tankers", "id: villages"), "“villages” stands twice"),
        (EXERCISE.replace("facts:", "length: {words: [300, 100]}, facts:"), "300 to 100"),
        (
            EXERCISE.replace("brief:", "brief: {puc: [a, b]} #").replace("form: letter", "form: notesheet"),
            "number, date",
        ),
    ],
)
def test_what_is_wrong_with_an_exercise_is_told_in_one_line_each_and_status_2(run, answer, tmp_path, exercise, told):
    if "\n" in exercise:
        (tmp_path / "bad.yaml").write_text(exercise, encoding="utf-8")
        exercise = str(tmp_path / "bad.yaml")
    done = run("grade", answer, "--exercise", exercise)
    assert done.status == 2
    assert done.out == ""
    assert told in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    "exercise",
    [
        "id: q\nkind: quiz\nquestions: [{id: a, ask: क्या, options: [{text: हाँ, right: true}, {text: नहीं}]}]",
        "id: p\nkind: prompt\nexpect: {covers: [{id: a, text: कलेक्टर, why: पाठक}]}",
        EXERCISE + "must: []",
        EXERCISE + "must: [privacy, facts]",
    ],
)
def test_a_file_from_elsewhere_that_has_what_its_kind_needs_is_marked(run, answer, tmp_path, exercise):
    (tmp_path / "good.yaml").write_text(exercise, encoding="utf-8")
    assert run("grade", answer, "--exercise", str(tmp_path / "good.yaml")).status == 0


def test_exercises_of_a_form_that_is_broken_say_so_and_the_form_is_told_with_its_folder(make, tmp_path):
    file = tmp_path / "templates/letters/letter/form.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("title: {hi: x", encoding="utf-8")
    broken = make(EDAKSH_CONTENT=str(tmp_path))
    problems = [told(problem, broken.content) for problem in broken.problems]
    assert any(line.startswith(f"{file}:") for line in problems)
    mine = [line for line in problems if line.startswith("exercises/first-letter/water-tankers.yaml")]
    assert len(mine) == 1
    assert "“letter”" in mine[0]
    assert str(file) in mine[0]
