"""What comes next in the labs, and what is seen while a model reads."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path
from typing import Any

import pytest

from assistant.assistant import Assistant
from assistant.labs import Exercise, Grade, grade
from assistant.messages import LANGUAGES, say
from assistant.records import Attempt, Work
from assistant.settings import read_settings
from assistant.ui.pieces import asked, marks, review, task
from assistant.ui.practice import Practice
from tests.scripted_server import Server, slow

HERE = Assistant(read_settings({}))
LAB = HERE.labs.lab("first-letter")
EVERYONE = [id for id in LAB.exercises if not HERE.labs.find(id).file.roles]
FOR_SOME = [id for id in LAB.exercises if id not in EVERYONE]


def practice(*passed: str) -> Practice:
    return Practice(HERE, "hi", {}, {}, excused=dict.fromkeys(passed, ""))


@pytest.mark.parametrize("left", [EVERYONE[0], EVERYONE[-1]])
def test_what_is_for_everyone_comes_before_what_is_for_some_posts(left: str) -> None:
    done = [id for id in EVERYONE[:-2] if id != left][:4]
    assert practice(*done).next(EVERYONE[-2]) in EVERYONE


def test_a_finished_lab_sends_nobody_to_another_posts_exercises() -> None:
    assert FOR_SOME
    assert practice(*EVERYONE).next(EVERYONE[-1]) == ""
    assert practice(*EVERYONE).next() not in LAB.exercises


def test_the_time_left_in_a_lab_shrinks_with_each_exercise_and_counts_only_what_finishes_it() -> None:
    assert LAB.needed == 6
    left = [practice(*EVERYONE[:done]).minutes(LAB) for done in range(LAB.needed + 1)]
    assert left[0] <= LAB.minutes
    assert left == sorted(left, reverse=True)
    assert left[-1] == 0
    two = practice(*EVERYONE[:2])
    shown = task.labs(Practice(HERE, "hi", {EVERYONE[0]: Work(answer="")}, {}, excused=two.excused))
    assert f"6 में से 2 उत्तीर्ण · लगभग {left[2]} मिनट और" in shown


def test_who_begins_begins_at_the_beginning_and_goes_on_with_what_is_for_everyone() -> None:
    assert practice(*EVERYONE[: (LAB.finish or 0) - 1]).next(EVERYONE[-1]) in EVERYONE
    assert practice().next() == EVERYONE[0]


def handed_in(exercise: Exercise, answer: str, language: str) -> tuple[str, dict[str, Any]]:
    """The mark of an answer as its page shows it, and as a command prints it."""
    result = grade(exercise, HERE.labs.rubric(exercise.file.rubric), answer, "mp").as_json()
    attempt = Attempt(id=1, exercise=exercise.id, answer=answer, grade=result)
    return marks.marks(Practice(HERE, language, {}, {exercise.id: [attempt]}, exercise)), result


@pytest.mark.parametrize("id", ["water-tankers", "crop-loss-repair"])
def test_the_two_things_that_matter_most_are_the_same_on_the_screen_and_by_command(id: str) -> None:
    exercise = HERE.labs.find(id)
    answer = exercise.file.given or "प्रति,\nमुख्य कार्यपालन अधिकारी\n\n11 गांवों में पानी नहीं है, 7 टैंकर जल्दी भेज दें।\n\nकलेक्टर"
    for language in LANGUAGES:
        page, result = handed_in(exercise, answer.replace("महोदय,", "महोदय जी,"), language)
        two = page[page.index('<ul class="findings">') : page.index("</ul>")]
        told = [one for one in result["findings"] if escape(one["message"][language]) in two]
        assert len(told) == two.count("<li") == 2
        assert all(one["message"][language] in result["feedback"][language] for one in told)


def test_a_repair_is_not_praised_for_what_it_left_as_it_was() -> None:
    exercise = HERE.labs.find("crop-loss-repair")
    page, result = handed_in(exercise, exercise.file.given.replace("महोदय,", "महोदय जी,"), "hi")
    well = page[page.index('<p class="went">') : page.index("</p>", page.index('<p class="went">'))]
    assert well.endswith("लहज़ा, गोपनीयता, सफ़ाई")
    assert result["feedback"]["hi"].startswith("अच्छा है: लहज़ा, गोपनीयता, सफ़ाई।")
    assert page.count("उसके अंक दूसरी कसौटी में कटे हैं") == 3  # form, facts and language
    assert "संपर्क करने में संकोच न करें" in page[page.index(">सुधार<") :]  # a hint elsewhere, but here it costs its mending
    page, result = handed_in(exercise, exercise.file.model_answer, "hi")
    assert result["feedback"]["hi"].startswith("अच्छा है: रूप, तथ्य, भाषा, लहज़ा, गोपनीयता, सफ़ाई, सुधार।")
    assert "दूसरी कसौटी" not in page


def test_beside_a_pass_nothing_is_said_to_stop_the_paper() -> None:
    exercise = HERE.labs.find("letter-prompt")
    instruction = exercise.file.model_answer.replace("120 शब्द से अधिक न हो", "छोटी हो")
    page, result = handed_in(exercise, instruction, "hi")
    assert result["passed"]
    assert "कितना लंबा हो, बताइए।" in page
    assert (say("severity.warning", "hi") in page, say("severity.error", "hi") in page) == (True, False)
    page, result = handed_in(exercise, "एक पत्र लिखो।", "hi")
    assert not result["passed"]
    assert say("severity.error", "hi") in page


def test_who_hands_in_while_the_model_reads_for_others_sees_the_own_place(tmp_path: Path) -> None:
    exercise = HERE.labs.find("water-tankers")

    async def handed_in(busy: Assistant) -> list[list[object]]:
        async def one() -> list[object]:
            work = asked.waited(
                lambda tell: busy.grade(exercise, exercise.file.model_answer, tell=tell),
                lambda ahead: asked.place(ahead, "hi"),
            )
            return [shown async for shown in work]

        return await asyncio.gather(*(one() for _ in range(3)))

    with Server(always=slow("कुछ नहीं।", 0.01)) as model:
        settings = {"EDAKSH_HOME": str(tmp_path), "OPENAI_BASE_URL": model.url, "EDAKSH_MODEL_CONCURRENCY": "1"}
        with ThreadPoolExecutor(1) as room:  # a browser of another test may hold this thread's loop
            rooms = room.submit(asyncio.run, handed_in(Assistant(read_settings(settings)))).result()
    assert all(isinstance(seen[-1], Grade) for seen in rooms), "whoever waited has the mark in the end"
    told = "".join(str(shown) for seen in rooms for shown in seen[:-1])
    assert "आपसे पहले: 1" in told
    assert "आपसे पहले: 2" in told
    assert any(seen[-2] == "" for seen in rooms if len(seen) > 1), "the line is gone once it is one's turn"


def test_a_sign_that_is_no_number_is_no_choice_in_a_quiz() -> None:
    quiz = HERE.labs.find("letter-parts")
    given = "\n".join(f"{question.id}: 1" for question in quiz.file.questions)
    assert task.unready(quiz, given.replace("1", "²", 1), [], "en") == say("bench.unanswered", "en", questions="1")
    assert task.unready(quiz, given, [], "en") == ""


@pytest.mark.parametrize("screen", LANGUAGES)
def test_a_rule_is_shown_by_an_example_of_that_point_in_the_language_of_the_screen_or_not_at_all(screen: str) -> None:
    exercise = HERE.labs.find("pension-prompt-safe")
    answer = "शाखा प्रबंधक को पत्र बनाओ कि कमला बाई और श्री रमेश पटेल, ग्राम दामजीपुरा को पेंशन नहीं मिली।"
    findings = grade(exercise, HERE.labs.rubric(exercise.file.rubric), answer, "mp").findings
    cards = [(one, review.card(review.Whole(answer, exercise), [one], screen)) for one in findings]
    shown = {one.code: ('<dd lang="' in card, f'<dd lang="{screen}">' in card) for one, card in cards}
    assert shown["privacy.name"] == (True, True)
    assert shown["facts.missing"] == (False, False)  # “Say how long” is the exercise's own point
    assert shown["tone.avoid"] == (False, False)
