"""What the labs show as HTML before anything is handed in: the map of labs, an exercise's task, the questions of a quiz."""

import re
from datetime import UTC, datetime
from html import escape
from urllib.parse import quote

from assistant.forms.answers import show_value
from assistant.labs import Exercise
from assistant.labs.exercise import WRITTEN
from assistant.labs.lab import Lab
from assistant.labs.quiz import Answered, chosen
from assistant.language.text import MOST_LETTERS
from assistant.messages import say
from assistant.records import Attempt
from assistant.ui.pieces.html import fold, safe
from assistant.ui.practice import Practice

LONGEST_SITTING = 180
"""Minutes after which the time since an exercise was begun says nothing any more: its day is told instead."""


def address(exercise: str) -> str:
    """Where an exercise is found; the map where there is none."""
    return f"/labs?at={quote(exercise)}" if exercise else "/labs"


def points(score: float) -> str:
    return f"{score:g}"


def labs(at: Practice) -> str:
    """The labs in their order, each with its exercises and how far one has come; on top what comes next."""
    language = at.screen
    head = f'<h1 tabindex="-1">{safe("labs.title", language)}</h1><p>{safe("labs.help", language)}</p>'
    if not at.labs:
        return f"{head}<p>{safe('labs.none', language)}</p>"
    items = "".join(_lab(at, n, lab) for n, lab in enumerate(at.labs.values(), start=1))
    return f'{head}{_next(at)}<ol class="labs">{items}</ol>'


def _next(at: Practice) -> str:
    """What comes next, with the one button of this screen."""
    id, language = at.next(), at.screen
    if not id:
        return f'<p class="notice good">{safe("labs.all", language)}</p>'
    lab, exercise = at.labs[at.lab_of(id)], at.assistant.labs.find(id)
    verb = "labs.continue" if at.begun else "labs.begin"
    return (
        f'<div class="next"><p>{safe("labs.next", language)} <b>{escape(lab.title[language])} › '
        f"{escape(exercise.title(language))}</b></p>"
        f'<a class="get main" href="{address(id)}">{safe(verb, language)}</a></div>'
    )


def _lab(at: Practice, n: int, lab: Lab) -> str:
    language = at.screen
    done = [id for id in lab.exercises if id in at.passed]
    begun = [id for id in lab.exercises if id in at.works or id in at.attempts]
    finished = lab.finished(at.passed)
    state = "done" if finished else "begun" if begun else "new"
    counts = {"done": len(done), "needed": lab.needed, "all": len(lab.exercises)}
    told = say(f"labs.{state}", language, **counts, left=at.minutes(lab), minutes=lab.minutes)
    enough = lab.finish is not None and lab.finish < len(lab.exercises) and not finished
    rule = f"<p>{safe('labs.any', language, count=lab.finish)}</p>" if enough else ""
    dots = "●" * len(done) + "○" * (lab.needed - len(done))
    rows = "".join(_row(at, id) for id in lab.exercises)
    return (
        f'<li class="lab {state}" data-lab="{escape(lab.id)}"><h2><span>{n}</span> {escape(lab.title[language])}</h2>'
        f'<p class="state">{"✓ " if finished else ""}{escape(told)} <span aria-hidden="true">{dots}</span></p>'
        f"<p>{escape(lab.about[language])}</p>{rule}<ol>{rows}</ol></li>"
    )


def _row(at: Practice, id: str) -> str:
    """One exercise of a lab: its name, its kind and minutes, and what has become of it."""
    language, exercise, best = at.screen, at.assistant.labs.find(id), at.best(id)
    if id in at.passed:
        state, told = "done", "✓ " + say("labs.passed", language, best=points(best or 0))
    elif best is not None:
        state, told = "begun", say("labs.not-yet", language, best=points(best))
    elif id in at.works:
        state, told = "begun", say("labs.open", language)
    else:
        state, told = "new", ""
    return (
        f'<li class="{state}" data-exercise="{escape(id)}"><a href="{address(id)}">{escape(exercise.title(language))}</a> '
        f'<span class="about">{escape(_about(at, exercise))}</span> <span class="state">{escape(told)}</span></li>'
    )


def _about(at: Practice, exercise: Exercise) -> str:
    """Its kind, about how long it takes, and whom it is for where it isn't for everyone."""
    language, file = at.screen, exercise.file
    told = [say(f"kind.{file.kind}", language)]
    told += [say("labs.minutes", language, count=file.minutes)] if file.minutes else []
    told += [say("labs.for", language, roles=at.assistant.labs.named(file.roles, language))] if file.roles else []
    return " · ".join(told)


def head(at: Practice) -> str:
    """An exercise's title, the way back to all of them, and since when it is open: never how long there is."""
    exercise, language = at.at, at.screen
    if exercise is None:
        return ""
    lab = at.labs.get(at.lab_of(exercise.id))
    back = f"← {say('labs.back', language)}"
    told = [_about(at, exercise)]
    if exercise.file.kind in WRITTEN:
        told.append(say(f"task.in.{exercise.file.language}", language))
        if exercise.file.expect.length:
            least, most = exercise.file.expect.length.words
            told.append(say("task.words", language, least=least, most=most))
    writes = language if exercise.file.kind == "prompt" else exercise.file.language  # a model is told in any language
    return (
        f'<p class="way" data-paper="{writes}"><a href="/labs">{escape(back)}</a>'
        f"{' · ' + escape(lab.title[language]) if lab else ''}</p>"
        f'<h1 tabindex="-1">{escape(exercise.title(language))}</h1>'
        f'<p class="about">{escape(" · ".join(told))}{_clock(at)}</p>'
    )


def _clock(at: Practice) -> str:
    """The minutes since the exercise was begun, which the page's script counts on; the day where that is long ago."""
    if at.at is None or at.at.id not in at.works or at.at.id in at.passed:
        return ""
    begun = at.work.begun.astimezone()
    minutes = int((datetime.now(UTC) - begun).total_seconds() // 60)
    if minutes > LONGEST_SITTING:
        return f" · {safe('task.since', at.screen, day=begun.strftime('%d.%m.%Y'))}"
    return f' <span id="clock" data-minutes="{minutes}">{escape(say("page.minutes", at.screen, count=minutes) if minutes else "")}</span>'


def task(at: Practice) -> str:
    """What is to be done, the text that was handed out, and the hints asked for so far. Never what the marking looks for."""
    exercise, language = at.at, at.screen
    if exercise is None:
        return ""
    file = exercise.file
    body = [f'<div class="scenario">{told(file.scenario[language])}</div>']
    if file.kind == "repair":
        body.insert(0, f"<p><b>{safe('task.repair', language)}</b></p>")
    given = f'<div class="sent" tabindex="0">{escape(file.given.strip())}</div>'
    if file.given and file.kind != "repair":
        title = say("task.source" if file.kind == "translate" else "task.paper", language)
        body.append(f"<h3>{escape(title)}</h3>{given}")
    if file.kind == "repair":
        body.append(fold("given", safe("task.given", language), given))
    if file.kind == "draft" and (shown := facts(exercise, language)):
        body.append(fold("brief", safe("task.facts", language), shown))
    body.append(_hints(at))
    inside = "".join(body)
    if at.tries:
        return f'<details class="task" data-fold="task" data-wide><summary>{safe("task.title", language)}</summary>{inside}</details>'
    return f'<section class="task"><h2>{safe("task.title", language)}</h2>{inside}</section>'


def _hints(at: Practice) -> str:
    hints = at.at.file.hints[: at.work.hints] if at.at else ()
    items = "".join(f"<li>{escape(hint[at.screen])}</li>" for hint in hints)
    return f'<div role="status">{f"<ol class=hints>{items}</ol>" if items else ""}</div>'


def facts(exercise: Exercise, language: str) -> str:
    """The facts of the case as the brief has them, by the questions of the form."""
    form, brief = exercise.form, exercise.brief
    if form is None or brief is None:
        return ""
    rows = "".join(
        f"<dt>{escape(form.fields[id].ask[language])}</dt><dd>{_lines(show_value(form.fields[id].kind, brief[id]))}</dd>"
        for id in form.asked
        if brief[id] and form.fields[id].kind not in ("state", "tone")
    )
    return f'<dl class="brief-facts">{rows}</dl>' if rows else ""


def _lines(text: str) -> str:
    return "<br>".join(escape(line) for line in text.strip().split("\n"))


def told(text: str) -> str:
    """Words for the trainee as paragraphs: in the file a line ends where the author's screen did, a list's item excepted."""
    paragraphs = (re.sub(r"\s*\n(?![-•])\s*", " ", each) for each in re.split(r"\n\s*\n", text.strip()))
    return "".join(f"<p>{_lines(each)}</p>" for each in paragraphs)


def answered(attempt: Attempt) -> list[Answered]:
    """The questions of a quiz as they were marked then."""
    return [Answered(**one) for one in attempt.grade.get("questions", [])]


def quiz(at: Practice, answer: str) -> str:
    """The questions with their options. Once handed in each option that was chosen has its reason; the others get theirs
    when the question was answered rightly, and all of them after a pass: a wrong answer mustn't give the right one away."""
    exercise, language = at.at, at.screen
    if exercise is None or not exercise.file.questions:
        return ""
    marked = {one.id: one for one in answered(at.tries[-1])} if at.tries else {}
    picked, groups = chosen(exercise, answer), []
    for n, question in enumerate(exercise.file.questions, start=1):
        many, told = len(question.right) > 1, marked.get(question.id)
        right = told is not None and told.is_right
        options = []
        for number, option in enumerate(question.options, start=1):
            id, was = f"{question.id}-{number}", told is not None and number in told.chosen
            checked = " checked" if number in picked[question.id] else ""
            why = ""
            if told and (was or right or exercise.id in at.passed):
                sign, key = ("✓", "quiz.right") if option.right else ("✗", "quiz.wrong")
                why = (
                    f'<p class="why {"right" if option.right else "wrong"}"><b>{sign} {safe(key, language)}</b>'
                    f"{' · ' + safe('quiz.yours', language) if was else ''} {escape(option.why[language])}</p>"
                )
            options.append(
                f'<div class="option"><label for="{escape(id)}"><input type="{"checkbox" if many else "radio"}" id="{escape(id)}" '
                f'name="{escape(question.id)}" value="{number}"{checked}> <span>{escape(option.text[language])}</span></label>{why}</div>'
            )
        several = f" <small>{safe('quiz.several', language)}</small>" if many else ""
        groups.append(
            f'<fieldset id="q-{escape(question.id)}" data-id="{escape(question.id)}" tabindex="-1">'
            f"<legend>{n}. {escape(question.ask[language])}{several}</legend>{''.join(options)}</fieldset>"
        )
    return "".join(groups)


def unready(exercise: Exercise, answer: str, tries: list[Attempt], language: str) -> str:
    """Why an answer isn't an attempt, in one sentence; "" where it is one."""
    if exercise.file.kind == "quiz":
        left = [str(n) for n, picked in enumerate(chosen(exercise, answer).values(), start=1) if not picked]
        if left:
            return say("bench.unanswered", language, questions=", ".join(left))
    if not answer.strip():
        return say("bench.empty", language)
    if len(answer) > MOST_LETTERS:
        return say("bench.long", language, most=MOST_LETTERS)
    if tries and tries[-1].answer == answer:
        return say("bench.same", language)
    if exercise.file.kind == "repair" and answer.split() == exercise.file.given.split():
        return say("bench.untouched", language)
    return ""
