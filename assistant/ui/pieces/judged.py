"""What somebody handed in, as the trainer reads it and decides of it: an attempt, a person, and all answers of a batch."""

from collections.abc import Iterable
from html import escape

from assistant.labs import Exercise
from assistant.messages import say
from assistant.records.attempts import Tried
from assistant.records.completions import Standing
from assistant.records.tables import Attempt, Decision
from assistant.ui.classroom import Classroom
from assistant.ui.pieces import marks
from assistant.ui.pieces.batch import button, options
from assistant.ui.pieces.html import heads, moment, safe, scrolled
from assistant.ui.pieces.stage import marked
from assistant.ui.pieces.task import points
from assistant.ui.pieces.wall import address
from assistant.ui.pieces.word import decisions
from assistant.ui.practice import Practice

HEADS = ("people.seat", "people.name", "room.exercise", "column.score", "journal.at")
MOST_ANSWERS = 300
"""Answers that one page lists."""


def attempt(room: Classroom, tried: Tried[Attempt], exercise: Exercise | None, names: dict[int, str]) -> str:
    """An attempt with its findings, what was decided of it so far, and the boxes for what is decided now."""
    language, one = room.screen, tried.attempt
    head = (
        f'<p class="way"><a href="{address(room.batch.code, view="answers")}">← {safe("trainer.view.answers", language)}</a></p>'
        f'<h2 tabindex="-1">{escape(tried.person.name)} · {escape(room.title(one.exercise))}</h2>'
        f'<p class="about">{moment(one.at)} · {escape(both(tried, language))}</p>'
    )
    found = marks.found(one)
    told = marks.marks(Practice(room.assistant, language, {}, {exercise.id: [one]}, exercise)) if exercise else ""
    text = f'<div class="made" tabindex="0" lang="{exercise.file.language if exercise else ""}">{marked(one.answer, found)}</div>'
    return (
        f'{head}<div class="two"><section><h3>{safe("judged.answer", language)}</h3>{text}</section>'
        f"<section>{_decide(room, tried)}{decisions(tried.decisions, names, language)}{told}</section></div>"
    )


def both(tried: Tried[Attempt], language: str) -> str:
    """The mark that counts; where a trainer changed it, the one before as well."""
    now = say("judged.counts", language, score=points(tried.verdict.score), verdict=_verdict(tried, language))
    if tried.verdict.mark is None:
        return f"{now} · {say('judged.differ', language)}" if _differ(tried) else now
    return f"{now} ({say('judged.before', language, score=points(tried.attempt.score))})"


def _differ(tried: Tried[Attempt]) -> bool:
    """Whether a model read it twice and said two things, so that a criterion waits for the trainer."""
    return any(mark.get("for_trainer") for mark in tried.attempt.grade["criteria"])


def _waits(tried: Tried[Attempt]) -> bool:
    return tried.verdict.mark is None and (tried.verdict.held or _differ(tried))


def _verdict(tried: Tried[Attempt], language: str) -> str:
    if tried.verdict.returned:
        return say("judged.returned", language)
    if tried.verdict.held:
        return say("judged.held", language)
    return say("marks.passed" if tried.verdict.passed else "marks.not-yet", language)


def _decide(room: Classroom, tried: Tried[Attempt]) -> str:
    """One box for the reason, which the trainee reads too, and three things that can be done with it."""
    language = room.screen
    last = tried.decisions[-1].id if tried.decisions else 0
    acts = "".join(
        f'<button type="submit" name="kind" value="{kind}" class="small{" primary" if kind == "mark" else ""}">'
        f"{safe(f'judged.{kind}.do', language)}</button>"
        for kind in ("mark", "comment", "return")
    )
    return (
        f'<form data-do="decide" class="card" novalidate><h3>{safe("judged.decide", language)}</h3>'
        f'<input type="hidden" name="attempt" value="{tried.attempt.id}"><input type="hidden" name="after" value="{last}">'
        f'<label>{safe("judged.reason", language)}<textarea name="reason" rows="3" maxlength="2000" required></textarea></label>'
        f'<label>{safe("judged.score", language)}<input type="text" inputmode="decimal" name="score" size="6" '
        f'value="{points(tried.verdict.score)}"></label><div class="tools">{acts}</div></form>'
    )


def person(
    room: Classroom, seat: int, standings: Iterable[Standing], tries: list[Tried[Attempt]], excused: list[Decision]
) -> str:
    """One person of the batch: how far in each lab and why not further, what was handed in, and what the trainer can do."""
    language, code = room.screen, room.batch.code
    place = next((place for place in room.places if place.seat == seat), None)
    if place is None:
        return f'<p class="notice mend">{safe("person.gone", language)}</p>'
    who = place.person
    about = " · ".join(filter(None, (who.employee_id, who.designation, who.office, who.district)))
    helped = button("helped", say("person.helped", language), language, main=True, seat=seat) if place.help else ""
    acts = f'<div class="controls">{helped}{button("pin", say("people.pin.new", language), language, ask="people.pin.ask", seat=seat)}</div>'
    labs = "".join(_standing(room, one) for one in standings)
    rows = "".join(
        f'<tr><td>{escape(room.title(one.attempt.exercise))}</td><td><a href="{address(code, attempt=one.attempt.id)}">'
        f"{escape(both(one, language))}</a></td><td>{one.attempt.at.astimezone():%d.%m. %H:%M}</td></tr>"
        for one in reversed(tries)
    )
    table = scrolled(f"<tbody>{rows}</tbody>") if rows else f"<p>{safe('person.nothing', language)}</p>"
    return (
        f'<h2 tabindex="-1">{seat} {escape(who.name)}</h2><p class="about">{escape(about)}</p>{acts}'
        f'<ul class="rows">{labs}</ul><h3>{safe("person.tries", language)}</h3>{table}{_excuse(room, seat, excused)}'
    )


def _standing(room: Classroom, one: Standing) -> str:
    """A lab: finished, or what is still missing and why."""
    language = room.screen
    lab = room.assistant.labs.labs.get(one.lab)
    name = lab.title[language] if lab else one.lab
    if one.complete:
        told = say("person.finished", language, score=points(one.score) if one.score is not None else "—")
    else:
        gaps = ", ".join(f"{room.title(gap.exercise)}: {say(f'person.why.{gap.why}', language)}" for gap in one.missing)
        told = say("person.missing", language, done=one.done, needed=one.needed, gaps=gaps)
    return f"<li><b>{escape(name)}</b> {escape(told)}</li>"


def _excuse(room: Classroom, seat: int, excused: list[Decision]) -> str:
    """To let somebody off an exercise, with the reason; and what was let off before."""
    language = room.screen
    before = "".join(f"<li>{escape(room.title(one.exercise))}: {escape(one.reason)}</li>" for one in excused)
    return (
        f'<form data-do="excuse" class="card" novalidate><h3>{safe("judged.excuse.do", language)}</h3>{f"<ul>{before}</ul>" if before else ""}'
        f'<input type="hidden" name="seat" value="{seat}">'
        f'<label>{safe("room.exercise", language)}<select name="exercise">{options(room, room.exercises)}</select></label>'
        f'<label>{safe("judged.reason", language)}<input type="text" name="reason" required maxlength="2000"></label>'
        f'<button type="submit" class="small">{safe("judged.excuse.do", language)}</button></form>'
    )


def answers(room: Classroom, tries: list[Tried[Attempt]], seats: dict[int, int], exercise: str) -> str:
    """What was handed in, those that wait for the trainer first, then the newest; of one exercise or all."""
    language, code = room.screen, room.batch.code
    form = (
        f'<form method="get" action="/trainer" class="controls"><input type="hidden" name="batch" value="{escape(code)}">'
        f'<input type="hidden" name="view" value="answers"><label><span>{safe("room.exercise", language)}</span><select name="exercise">'
        f'<option value="">{safe("answers.all", language)}</option>{options(room, room.exercises, exercise)}</select></label>'
        f'<button type="submit" class="small">{safe("answers.show", language)}</button></form>'
    )
    ordered = sorted(tries, key=lambda one: (not _waits(one), -one.attempt.id))
    rows = "".join(
        f'<tr><td>{seats.get(one.person.id, "")}</td><th scope="row">{escape(one.person.name)}</th>'
        f'<td>{escape(room.title(one.attempt.exercise))}</td><td><a href="{address(code, attempt=one.attempt.id)}">'
        f"{escape(both(one, language))}</a></td><td>{one.attempt.at.astimezone():%d.%m. %H:%M}</td></tr>"
        for one in ordered[:MOST_ANSWERS]
    )
    if not rows:
        return f"{form}<p>{safe('answers.none', language)}</p>"
    more = (
        f"<p>{safe('lists.more', language, count=len(ordered), shown=MOST_ANSWERS)}</p>"
        if len(ordered) > MOST_ANSWERS
        else ""
    )
    return f"{form}{scrolled(f'{heads(HEADS, language)}<tbody>{rows}</tbody>')}{more}"
