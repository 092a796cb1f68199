"""The mark of an answer as HTML: what went well, what matters most and where, one next step, and why each criterion got what
it got; and the answers handed in before."""

import difflib
import re
import secrets
from collections.abc import Iterable
from html import escape
from typing import Any

from assistant.checks import Finding
from assistant.labs import Exercise
from assistant.labs.feedback import NOTHING, as_read, ordered, quoted, wanting
from assistant.labs.grade import WELL, why_not
from assistant.labs.quiz import Answered, chosen
from assistant.messages import say
from assistant.records import Attempt
from assistant.ui.pieces import word
from assistant.ui.pieces.html import fold, heads, moment, safe
from assistant.ui.pieces.review import Whole, alike, card
from assistant.ui.pieces.task import answered, points
from assistant.ui.practice import Practice

FIRST = 2
"""So many faults are shown at once: more than that nobody mends at a time."""
MOST = 60
"""Cards that are shown at all: a page with thousands serves nobody."""
MOST_COMPARED = 4000
"""Words up to which two answers are compared word by word; the time grows with the square."""


def found(attempt: Attempt) -> list[Finding]:
    """The findings of a grade as it was told then, what matters most first."""
    return ordered(Finding(**one) for one in attempt.grade["findings"])


def marks(at: Practice) -> str:
    """The last attempt's mark; "" before the first."""
    if at.at is None or not at.tries:
        return ""
    exercise, attempt, language = at.at, at.tries[-1], at.screen
    grade, counts = attempt.grade, at.counts(attempt)
    verdict = say("marks.passed" if counts.passed else "marks.not-yet", language)
    told = [say("marks.needed", language, needed=exercise.file.pass_mark)]
    if len(at.tries) > 1:
        told += [
            say("marks.before", language, score=points(at.counts(at.tries[-2]).score)),
            say("marks.best", language, score=points(at.best(exercise.id) or 0)),
        ]
    title = say("marks.title", language, score=points(counts.score), verdict=verdict)
    failed = "".join(f'<p class="notice stop">{safe(key, language)}</p>' for key in grade.get("failed", []))
    if (capped := grade.get("capped")) and not (
        counts.passed or counts.mark
    ):  # the sum of the criteria is more: whoever adds them up is told why
        failed += f'<p class="notice">{escape(capped["why"][language])}</p>' if capped["why"][language] else ""
    return (
        f'<section class="review marks {"passed" if counts.passed else "not-yet"}" data-text="{escape(attempt.answer)}" '
        f'data-version="{secrets.token_hex(4)}" data-handed="{attempt.id}">'
        f'<h2 tabindex="-1">{"✓ " if counts.passed else ""}{escape(title)}</h2>'
        f'<p class="told">{escape(" · ".join(told))}</p>{word.said(at)}{_good(at, exercise, attempt)}{failed}'
        f"{_faults(at, exercise, attempt)}{_criteria(at, exercise, attempt)}{word.model_answer(at)}</section>"
    )


def _good(at: Practice, exercise: Exercise, attempt: Attempt) -> str:
    """What went well: the criteria that got nearly all of their weight and want nothing, of a quiz the right answers."""
    grade = attempt.grade
    if questions := answered(attempt):
        words = _right(questions, at.screen) if any(one.is_right for one in questions) else ""
    else:
        marked = [one for one in grade["criteria"] if one["score"] is not None]
        full = {one["id"] for one in marked if one["score"] >= WELL * one["weight"]}
        well = [one for one in at.criteria if one.id in full and not wanting(exercise, one, found(attempt))]
        words = ", ".join(one.name[at.screen] for one in well)
    if not words or grade["score"] < NOTHING:  # of a text with nothing in it nothing is praised
        return ""
    return f'<p class="went"><b>{safe("marks.good", at.screen)}</b> {escape(words)}</p>'


def _right(questions: list[Answered], language: str) -> str:
    return say("marks.right", language, right=sum(one.is_right for one in questions), all=len(questions))


def _faults(at: Practice, exercise: Exercise, attempt: Attempt) -> str:
    """The two things that matter most, one next step, and the others folded."""
    language = at.screen
    if exercise.file.kind == "quiz":
        asked = {question.id: (n, question) for n, question in enumerate(exercise.file.questions, start=1)}
        cards = [
            f'<li class="finding warning"><p><b>{asked[one.id][0]}. {escape(asked[one.id][1].ask[language])}</b></p>'
            f'<p>{escape(one.why[language])}</p><div class="acts"><button type="button" data-question="{escape(one.id)}">'
            f"{safe('review.go', language)}</button></div></li>"
            for one in answered(attempt)
            if one.id in asked and not one.is_right
        ]
    else:
        sheet = Whole(attempt.answer, exercise)
        groups = alike(as_read(found(attempt), at.counts(attempt).passed), language)
        cards = [card(sheet, group, language, at.connected and at.coached) for group in groups]
    step = (
        "marks.step.next" if at.counts(attempt).passed and not cards
        else "marks.step.passed" if at.counts(attempt).passed
        else "marks.step.quiz" if exercise.file.kind == "quiz" and cards
        else "marks.step.mend" if cards
        else "marks.step.again"
    )  # fmt: skip
    title = say(
        "marks.left" if at.counts(attempt).passed else "marks.matter" if len(cards) > 1 else "marks.matter.one",
        language,
    )
    first = f'<h3>{escape(title)}</h3><ul class="findings">{"".join(cards[:FIRST])}</ul>' if cards else ""
    more = cards[FIRST:MOST]
    rest = (
        fold(
            "more", safe("marks.more", language, count=len(cards) - FIRST), f'<ul class="findings">{"".join(more)}</ul>'
        )
        if more
        else ""
    )
    return f'{first}<p class="onward"><b>{safe("marks.next", language)}</b> {safe(step, language)}</p>{rest}'


def _names(at: Practice) -> dict[str, str]:
    return {criterion.id: criterion.name[at.screen] for criterion in at.criteria}


def _criteria(at: Practice, exercise: Exercise, attempt: Attempt) -> str:
    """What each criterion got, and why."""
    language, names, findings = at.screen, _names(at), found(attempt)
    elsewhere = {one.id for one in at.criteria if wanting(exercise, one, findings)}
    rows = []
    for one in attempt.grade["criteria"]:
        if one["score"] is None:
            got, why = "—", [why_not(one.get("why_not", ""), language), *_two_readings(at, one)]
        else:
            got = say("marks.of", language, score=points(one["score"]), weight=points(one["weight"]))
            why = [
                quoted(finding, language)
                for finding in findings
                if finding.code in one["findings"]
                and (finding.severity != "hint" or finding.code in exercise.file.defects)
            ]
            if not why and exercise.file.kind == "quiz":
                why = [_right(answered(attempt), language)]
            why = list(dict.fromkeys(why)) or [
                say(f"marks.{'elsewhere' if one['id'] in elsewhere else 'full'}", language)
            ]
        told = "".join(f"<p>{escape(words)}</p>" for words in why)
        rows.append(
            f'<tr><th scope="row">{escape(names.get(one["id"], one["id"]))}</th><td>{escape(got)}</td><td>{told}</td></tr>'
        )
    head = heads(("marks.criterion", "marks.got", "marks.why"), language)
    table = f"<table>{head}<tbody>{''.join(rows)}</tbody></table>"
    return fold("marks", safe("marks.criteria", language), table)


def _two_readings(at: Practice, mark: dict[str, Any]) -> list[str]:
    """What a model said each time of the questions on which it differs with itself: whoever decides sees both."""
    if not mark.get("for_trainer"):
        return []
    asked = {bar.id: bar.ask[at.screen] for criterion in at.criteria for bar in criterion.judged}
    first, second = mark["readings"]
    return [
        say(
            "marks.readings", at.screen, ask=asked.get(id, id),
            first=say(f"marks.reading.{first[id]['verdict']}", at.screen), words=first[id]["quote"],
            second=say(f"marks.reading.{second[id]['verdict']}", at.screen), others=second[id]["quote"],
        )
        for id in first
        if first[id]["verdict"] != second[id]["verdict"]
    ]  # fmt: skip


def said(text: str, language: str) -> str:
    """What a model answered to the instruction that was handed in."""
    if not text:
        return ""
    title, words = safe("said.title", language), safe("said.help", language)
    return f'<section class="said"><h2>{title}</h2><p class="about">{words}</p><div class="sent" tabindex="0">{escape(text)}</div></section>'


def tries(at: Practice) -> str:
    """What was handed in so far, each with its mark and a button that shows what changed."""
    if at.at is None or not at.tries:
        return ""
    language, rows = at.screen, []
    for n, attempt in reversed(list(enumerate(at.tries, start=1))):
        counts = at.counts(attempt)
        verdict = say("marks.passed" if counts.passed else "marks.not-yet", language)
        words = say("tries.one", language, n=n, score=points(counts.score), verdict=verdict, when=moment(attempt.at))
        button = f'<button type="button" data-try="{attempt.id}">{safe("tries.show", language)}</button>'
        rows.append(f"<li>{escape(words)} {button}</li>")
    title = say("tries.title", language, count=len(at.tries))
    return (
        f'<details class="tries" data-fold="tries"><summary>{escape(title)}</summary><ul>{"".join(rows)}</ul></details>'
    )


def compared(at: Practice, id: int) -> str:
    """One answer that was handed in, beside the one before it: what went and what came. "" where there is no such answer."""
    place = next((n for n, attempt in enumerate(at.tries) if attempt.id == id), None)
    if at.at is None or place is None:
        return ""
    language, new = at.screen, at.tries[place].answer
    old = at.tries[place - 1].answer if place else at.at.file.given if at.at.file.kind == "repair" else ""
    if at.at.file.kind == "quiz":
        new, old = _choices(at.at, new, language), _choices(at.at, old, language) if old else ""
    title = say("tries.of", language, n=place + 1)
    bring = f'<button type="button" data-bring>{safe("tries.bring", language)}</button>'
    key = f'<p class="about"><del>{safe("tries.gone", language)}</del> <ins>{safe("tries.come", language)}</ins></p>'
    return (
        f'<section class="compared" data-text="{escape(at.tries[place].answer)}"><h3 tabindex="-1">{escape(title)}</h3>'
        f'{key if old else ""}<div class="sent" tabindex="0">{difference(old, new) if old else escape(new)}</div>{bring}</section>'
    )


def _choices(exercise: Exercise, answer: str, language: str) -> str:
    picked = chosen(exercise, answer)
    return "\n".join(
        f"{n}. " + ", ".join(
            option.text[language] for number, option in enumerate(question.options, 1) if number in picked[question.id]
        )
        for n, question in enumerate(exercise.file.questions, start=1)
    )  # fmt: skip


def difference(old: str, new: str) -> str:
    """The new text, with what went of the old one and what came marked in it; two long texts are shown one after the other."""
    before, after = (re.findall(r"\s+|\S+", text) for text in (old, new))
    if len(before) + len(after) > 2 * MOST_COMPARED:
        return f"<del>{escape(old)}</del>\n<ins>{escape(new)}</ins>"
    pieces: list[str] = []
    for what, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            pieces.append(escape("".join(after[c:d])))
        else:
            pieces += _marked("del", before[a:b]), _marked("ins", after[c:d])
    return "".join(pieces)


def _marked(tag: str, words: Iterable[str]) -> str:
    text = escape("".join(words))
    return f"<{tag}>{text}</{tag}>" if text.strip() else text if tag == "ins" else ""
