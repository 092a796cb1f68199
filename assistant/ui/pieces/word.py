"""The trainer's word on what somebody handed in: another mark beside the one before, a comment, a return; a model answer opened to all."""

from collections.abc import Iterable, Mapping
from html import escape

from assistant.messages import say
from assistant.records.tables import Decision
from assistant.ui.pieces.html import fold, moment, safe
from assistant.ui.pieces.task import points
from assistant.ui.practice import Practice


def decisions(all_: Iterable[Decision], names: Mapping[int, str], language: str) -> str:
    """What trainers decided, in its order, each with its reason."""
    items = []
    for one in all_:
        score = points(one.score) if one.score is not None else ""
        who = names.get(one.by_id or 0, "")
        when = moment(one.at)
        words = say(f"judged.by.{one.kind}", language, score=score)
        about = " · ".join(filter(None, (who, when)))
        items.append(f"<li><b>{escape(words)}</b> {escape(one.reason)} <small>{escape(about)}</small></li>")
    return f'<ul class="decisions">{"".join(items)}</ul>' if items else ""


def said(at: Practice) -> str:
    """What the trainer said of the last attempt; where the mark was changed both, with the reason, and that one not once more."""
    tried = at.tried.get(at.tries[-1].id) if at.tries else None
    if tried is None or not tried.decisions:
        return ""
    mark = tried.verdict.mark
    both = (
        f"<p>{safe('word.both', at.screen, now=points(tried.verdict.score), before=points(tried.attempt.score))} "
        f"{escape(mark.reason)} <small>{moment(mark.at)}</small></p>"
        if mark
        else ""
    )
    rest = [one for one in tried.decisions if mark is None or one.id != mark.id]
    returned = f"<p><b>{safe('word.returned', at.screen)}</b></p>" if tried.verdict.returned else ""
    return f'<div class="word">{both}{returned}{decisions(rest, {}, at.screen)}</div>'


def excused(at: Practice) -> str:
    """That the exercise needn't be done, and why."""
    reason = at.excused.get(at.at.id) if at.at else None
    return f'<p class="notice good">{safe("word.excused", at.screen, reason=reason)}</p>' if reason else ""


def model_answer(at: Practice) -> str:
    """One good answer, once one's own has passed or the trainer has opened it to all: before that it isn't in the page at all."""
    exercise = at.at
    if exercise is None or not exercise.file.model_answer:
        return ""
    if exercise.id not in at.passed and exercise.id not in (at.batch.answers if at.batch else ()):
        return ""
    text = escape(exercise.file.model_answer.strip())
    shown = f'<div class="sent" tabindex="0" lang="{exercise.file.language}">{text}</div>'
    return fold("model", safe("marks.model", at.screen), shown)
