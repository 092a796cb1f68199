"""The exercises of the labs: each keeps what it promises a trainee, and none can be passed without reading."""

import re
from collections import Counter
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.errors import Problem
from assistant.labs import Exercise, Grade, Labs, grade
from assistant.labs.exercise import Told
from assistant.labs.proof import proof
from assistant.messages import LANGUAGES, say
from assistant.settings import read_settings

ASSISTANT = Assistant(read_settings({}))
LABS = Labs(ASSISTANT.content, ASSISTANT.library)
ALL = {name: LABS.exercise(id, name) for id, lab in LABS.labs.items() for name in lab.exercises}
STATE = "mp"


def of(*kinds: str) -> list[str]:
    return [id for id, exercise in ALL.items() if exercise.file.kind in kinds]


def marked(id: str, answer: str) -> Grade:
    return grade(ALL[id], LABS.rubric(ALL[id].file.rubric), answer, STATE)


def unread(exercise: Exercise) -> str:
    """What the assistant drafts, without a model, from the exercise's own brief."""
    assert exercise.brief
    return ASSISTANT.drafter.offline(exercise.brief, exercise.file.language).document.text


@cache
def problems() -> dict[str, list[Problem]]:
    found: dict[str, list[Problem]] = {}
    for problem in proof(LABS, STATE):
        found.setdefault(problem.file, []).append(problem)
    return found


# --- what there is


def test_every_lab_is_in_order() -> None:
    assert LABS.problems == []
    assert list(LABS.labs) == ["first-letter", "official-email", "note-sheet", "safe-data"]


def test_there_is_enough_to_do_of_every_kind_and_half_of_it_in_hindi() -> None:
    assert len(ALL) >= 22
    assert set(Counter(exercise.file.kind for exercise in ALL.values())) == {
        "draft",
        "repair",
        "prompt",
        "translate",
        "quiz",
    }
    assert sum(exercise.file.language == "hi" for exercise in ALL.values()) >= len(ALL) / 2
    assert sum(exercise.file.language == "en" for exercise in ALL.values()) >= 4


@pytest.mark.parametrize("lab", LABS.labs)
def test_each_lab_has_a_quiz_a_prompt_and_two_drafts_to_repair(lab: str) -> None:
    kinds = Counter(LABS.exercise(lab, name).file.kind for name in LABS.labs[lab].exercises)
    assert kinds["quiz"] >= 1
    assert kinds["prompt"] >= 1
    assert kinds["repair"] >= 2


@pytest.mark.parametrize("lab", LABS.labs)
def test_a_lab_can_be_finished_by_everyone(lab: str) -> None:
    """An exercise for some staff only is one that the others can do without."""
    rule = LABS.labs[lab]
    everyone = [name for name in rule.exercises if not LABS.exercise(lab, name).file.roles]
    assert rule.finished(everyone)


def test_the_mistakes_to_mend_are_of_many_sorts() -> None:
    codes = {code for id in of("repair") for code in ALL[id].file.defects}
    assert len(codes) >= 20
    assert {code.partition(".")[0] for code in codes} >= {
        "facts",
        "form",
        "language",
        "law",
        "leftover",
        "privacy",
        "tone",
    }


def test_some_exercises_keep_to_the_norm_of_uttar_pradesh_and_some_to_chhattisgarh_s() -> None:
    states = Counter(exercise.brief.state("") for exercise in ALL.values() if exercise.brief)
    assert states["up"] >= 3
    assert states["cg"] >= 3
    assert "" not in states  # a mark mustn't hang on how a computer is set up


def test_a_role_has_a_name_and_one_that_nobody_has_is_told(tmp_path: Path) -> None:
    used = {role for exercise in ALL.values() for role in exercise.file.roles}
    assert used == set(LABS.roles)
    lab = tmp_path / "exercises/first-letter/lab.yaml"
    lab.parent.mkdir(parents=True)
    there = ASSISTANT.content.read("exercises/first-letter/lab.yaml")
    lab.write_text(f"{there}\nroles: [patwary]\n", encoding="utf-8")
    here = Assistant(read_settings({"EDAKSH_CONTENT": str(tmp_path)}))
    told = [(problem.file, problem.values["near"]) for problem in here.labs.problems]
    assert told == [("exercises/first-letter/lab.yaml", "patwari")]
    assert "first-letter" in here.labs.labs


# --- each exercise


@pytest.mark.parametrize("id", ALL)
def test_an_exercise_passes_its_model_answer_and_fails_every_lazy_one(id: str) -> None:
    lab = next(lab for lab, each in LABS.labs.items() if id in each.exercises)
    assert problems().get(f"exercises/{lab}/{id}.yaml", []) == []


def test_a_model_answer_with_a_mistake_is_named_however_little_it_costs(tmp_path: Path) -> None:
    """A good answer has no warning either: what it has costs every trainee marks who writes the same."""
    file = "exercises/first-letter/survey-translate.yaml"
    copy = tmp_path / file
    copy.parent.mkdir(parents=True)
    copy.write_text(ASSISTANT.content.read(file).replace("रायसेन", "सीहोर"), encoding="utf-8")
    here = Assistant(read_settings({"EDAKSH_CONTENT": str(tmp_path)}))
    told = [problem for problem in proof(here.labs, STATE) if problem.file == file]
    assert [problem.key for problem in told] == ["error.proof.model"]
    assert told[0].values["found"] == "facts.unsupported-name “सीहोर”"


@pytest.mark.parametrize("id", ALL)
def test_an_exercise_speaks_both_languages_of_the_screen_and_leads_with_two_hints_or_more(id: str) -> None:
    file = ALL[id].file
    said = [file.title, file.scenario, *file.hints, *(cover.why for cover in (*file.expect.covers, *file.expect.avoid))]
    said += [
        words for question in file.questions for words in (question.ask, *(option.text for option in question.options))
    ]
    said += [option.why for question in file.questions for option in question.options]
    assert all(isinstance(words, Told) and getattr(words, language).strip() for words in said for language in LANGUAGES)
    assert len(file.hints) >= 2
    assert file.minutes


@pytest.mark.parametrize("id", of("draft", "repair", "translate"))
def test_whoever_leaves_a_fact_out_is_told_which_in_the_exercise_s_own_words(id: str) -> None:
    assert all(fact.why and fact.why.hi and fact.why.en for fact in ALL[id].file.expect.facts)


@pytest.mark.parametrize("id", of("draft", "repair", "prompt", "translate"))
def test_a_hint_does_not_give_the_answer_away(id: str) -> None:
    file = ALL[id].file
    for fact in file.expect.facts:
        given = str(fact.number or fact.ref or "")
        assert len(given) < 2 or not any(given in hint[language] for hint in file.hints for language in LANGUAGES)


@pytest.mark.parametrize("id", of("quiz"))
def test_the_same_option_everywhere_does_not_pass_a_quiz(id: str) -> None:
    questions = ALL[id].file.questions
    for number in range(1, 5):
        assert not marked(id, "\n".join(f"{question.id}: {number}" for question in questions)).passed
    right = "\n".join(f"{question.id}: {', '.join(map(str, sorted(question.right)))}" for question in questions)
    assert marked(id, right).score == 100


# --- lazy answers


@pytest.mark.parametrize("id", of("repair", "translate"))
@pytest.mark.parametrize("polish", ["space", "word", "sentence"])
def test_the_text_that_was_given_fails_however_it_is_polished(id: str, polish: str) -> None:
    given = ALL[id].file.given
    text = {
        "space": given.replace("\n\n", "\n\n\n"),
        "word": given.replace("  ", " ", 1) + "\n।",
        "sentence": f"{given}\n{'यह सूचनार्थ है।' if ALL[id].file.language == 'hi' else 'This is for information.'}",
    }
    assert not marked(id, text[polish]).passed


@pytest.mark.parametrize("id", of("repair"))
def test_a_repair_with_one_mistake_left_is_worth_less_than_one_with_none(id: str) -> None:
    file = ALL[id].file
    given, right = file.given.splitlines(), file.model_answer.splitlines()
    best = marked(id, file.model_answer).score
    places = [
        place for place in SequenceMatcher(None, right, given, autojunk=False).get_opcodes() if place[0] != "equal"
    ]
    assert len(places) >= 2
    for _, start, end, first, last in places:
        assert marked(id, "\n".join([*right[:start], *given[first:last], *right[end:]])).score < best


@pytest.mark.parametrize("id", of("draft"))
def test_the_assistant_s_draft_handed_in_unread_is_told_what_it_lacks(id: str) -> None:
    """It says what the brief says, and the brief has less than the scenario: whoever hands it in unread doesn't pass."""
    exercise = ALL[id]
    draft = marked(id, unread(exercise))
    errors = [finding for finding in draft.findings if finding.severity == "error"]
    whys = {fact.id: fact.why or Told() for fact in exercise.file.expect.facts}
    assert {finding.code for finding in errors} == {"facts.missing"}
    assert all(
        whys[finding.about][language] in finding.message[language] for finding in errors for language in LANGUAGES
    )
    assert not draft.passed


def figure_changed(text: str, exercise: Exercise) -> str:
    """A figure of the case as a model garbles it: two of its digits, or one by another."""
    expected = [str(fact.number) for fact in exercise.file.expect.facts if fact.number]
    figure = max(expected, key=len)
    wrong = figure[1] + figure[0] + figure[2:] if len(figure) > 1 and figure[0] != figure[1] else str(int(figure) + 7)
    return re.sub(rf"(?<![\d.,/]){figure}(?![\d.,/])", wrong, text)


def added(hindi: str, english: str) -> Callable[[str, Exercise], str]:
    """A sentence at the end of the longest paragraph."""

    def add(text: str, exercise: Exercise) -> str:
        longest = max(text.split("\n"), key=len)
        return text.replace(longest, f"{longest} {hindi if exercise.file.language == 'hi' else english}")

    return add


MISTAKES: dict[str, Callable[[str, Exercise], str]] = {
    "a figure changed": figure_changed,
    "a rule made up": added("यह कार्यवाही वित्तीय संहिता 2018 के नियम 47 के अनुसार है।", "This is under rule 47 of the Financial Code 2018."),
    "a date made up": added("पूर्व में दिनांक 11.01.2026 को भी अवगत कराया गया था।", "This was also reported on 11.01.2026."),
    "a letter made up": added("पत्र क्रमांक 4471/सा./2025 भी देखा जाए।", "Letter No. 4471/Gen/2025 may be seen too."),
    "a number to call": added("किसी कठिनाई में दूरभाष 0755-2999999 पर संपर्क किया जाए।", "In any difficulty call 0755-2999999."),
    "its own last words": lambda text, _: f"{text}\n\nI hope this helps! Let me know if you want any changes.",
    "a blank of its own": added("इस हेतु [अधिकारी का नाम] उत्तरदायी होंगे।", "[Name of the officer] will be responsible."),
}  # fmt: skip


@pytest.mark.parametrize("id", of("draft"))
@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_model_s_draft_with_a_plausible_mistake_handed_in_unread_does_not_pass(id: str, mistake: str) -> None:
    model = ALL[id].file.model_answer
    wrong = MISTAKES[mistake](model, ALL[id])
    assert wrong != model
    told = marked(id, wrong)
    assert not told.passed
    assert told.capped
    assert [finding for finding in told.findings if finding.severity == "error"]


@pytest.mark.parametrize("id", of("repair"))
def test_a_draft_made_anew_from_the_facts_is_no_faulty_repair(id: str) -> None:
    draft = marked(id, unread(ALL[id]))
    assert [finding.code for finding in draft.findings if finding.severity == "error"] == []


@pytest.mark.parametrize("id", of("translate"))
def test_the_assistant_s_draft_of_a_brief_in_the_other_language_is_no_translation(id: str) -> None:
    draft = marked(id, unread(ALL[id]))
    assert not draft.passed
    assert "grade.failed.language" in draft.failed


@pytest.mark.parametrize("id", of("prompt"))
def test_a_paper_is_no_instruction_to_a_model(id: str) -> None:
    assert not marked(id, unread(ALL[id])).passed


@pytest.mark.parametrize(
    ("id", "right", "spelt", "wrong"),
    [
        ("survey-translate", "रायसेन", "रायसैन", "सीहोर"),
        ("compost-translate", "Betul", "Baitul", "Sehore"),
    ],
)
def test_a_place_of_the_source_is_known_in_the_other_script_and_another_one_costs_marks(
    id: str, right: str, spelt: str, wrong: str
) -> None:
    model = ALL[id].file.model_answer
    assert marked(id, model).score == marked(id, model.replace(right, spelt)).score == 100
    other = marked(id, model.replace(right, wrong))
    assert [finding.quote for finding in other.findings if finding.code == "facts.unsupported-name"] == [wrong]
    assert other.score < 100


# --- instructions to a model

ENGLISH = """Write an official e-mail in Hindi from the Chief Executive Officer, Janpad Panchayat, to all Panchayat Secretaries.
Facts: of 57 Gram Panchayats 14 haven't sent the proposal for taking over the piped water scheme. It is to be sent by 30 October 2026.
Keep it under 80 words and polite. Use only these facts and do not add any name, rule or figure."""

HINGLISH = """CEO janpad panchayat ki taraf se sabhi panchayat sachiv ko ek official e-mail Hindi mein likho.
Facts: 57 gram panchayat mein se 14 ne nal-jal yojana ke handover ka prastav nahi bheja hai, 30.10.2026 tak bhejna hai.
80 shabd se zyada na ho, bhasha saral ho, apni taraf se kuch mat jodo."""


@pytest.mark.parametrize("answer", [pytest.param(ENGLISH, id="English"), pytest.param(HINGLISH, id="Hinglish")])
def test_an_instruction_may_be_in_any_language_that_staff_type(answer: str) -> None:
    result = marked("email-prompt", answer)
    assert result.passed
    assert result.score >= 90


IN_HINDI = {
    "letter-prompt": """Write an official letter in Hindi to the Executive Engineer, Electricity Distribution Company, Sehore from Tehsildar
Ichhawar. Transformer of village Dhabla is burnt for 3 days. 85 families affected. Replace by 20.06.2026. 120 words. Do not add anything.""",
    "note-prompt": """Write a note in Hindi for the Additional Collector with numbered paragraphs. Slips of 45 of 380 ration cards are missing at
the fair price shop of village Sihada; report of 14.09.2026. Propose that the operator explain within 7 days. Do not call the complaint proved
and do not add anything.""",
}


@pytest.mark.parametrize("id", IN_HINDI)
def test_the_language_that_an_english_instruction_asks_for_is_no_place(id: str) -> None:
    result = marked(id, IN_HINDI[id])
    assert (result.score, result.findings) == (100, ())
    assert marked(id, IN_HINDI[id].replace("in Hindi", "in Hindi, in Unicode and for Outlook")).score == 100


@pytest.mark.parametrize(
    "number", ["आधार 9999 0000 1231", "Aadhaar 999900001231", "बैंक खाता 99990012345678", "मोबाइल 99999 00012"]
)
def test_an_instruction_with_a_citizen_s_number_cannot_pass(number: str) -> None:
    result = marked("pension-prompt-safe", f"{ALL['pension-prompt-safe'].file.model_answer}\nहितग्राही: {number}")
    assert "grade.failed.must" in result.failed
    assert not result.passed


def test_an_instruction_with_a_citizen_s_name_is_told_why_it_cannot_pass() -> None:
    exercise = ALL["pension-prompt-safe"]
    result = marked(exercise.id, exercise.file.model_answer.replace("हितग्राही-1", "कमला बाई"))
    assert exercise.file.expect.avoid[0].why.hi in [finding.message["hi"] for finding in result.findings]
    assert not result.passed


@pytest.mark.parametrize("id", of("prompt"))
@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("शिकायतकर्ता श्री रमेश पटेल।", "रमेश पटेल"),
        ("आवेदक का नाम रमेश पटेल है।", "रमेश पटेल"),
        ("Applicant: Ramesh Patel", "Ramesh Patel"),
        ("सचिव का मोबाइल 9826012345", "9826012345"),
    ],
)
def test_a_person_named_or_called_in_an_instruction_costs_the_pass_in_every_exercise(
    id: str, said: str, quote: str
) -> None:
    result = marked(id, f"{ALL[id].file.model_answer}\n{said}")
    told = [finding for finding in result.findings if finding.code.startswith("privacy.")]
    assert [(finding.severity, finding.quote) for finding in told] == [("error", quote)]
    assert "grade.failed.must" in result.failed


def test_a_citizen_in_an_answer_that_is_too_short_is_named_all_the_same() -> None:
    result = marked("email-prompt", "Write email to CMHO about ramesh 9826012345 aadhaar 234567890123")
    told = {finding.code: finding.severity for finding in result.findings}
    assert told["integrity.empty"] == told["privacy.aadhaar"] == told["privacy.phone"] == "error"
    assert next(mark.score for mark in result.criteria if mark.id == "privacy") == 0


@pytest.mark.parametrize("id", of("prompt"))
def test_an_instruction_speaks_to_a_model_as_one_does_and_is_not_told_to_be_polite(id: str) -> None:
    assert marked(id, ALL[id].file.model_answer).findings == ()
    curt = f"{ALL[id].file.model_answer}\nजल्दी लिख दो यार, बकवास मत करना!"
    assert [finding.code for finding in marked(id, curt).findings if finding.code.startswith("tone.")] == []


def test_feedback_on_a_model_answer_finds_nothing_to_mend() -> None:
    for id in of("draft", "repair", "translate", "prompt"):
        assert say("grade.next.passed", "en") in marked(id, ALL[id].file.model_answer).feedback["en"]
