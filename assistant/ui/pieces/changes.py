"""A change that a model was asked for: what it may be asked at one click, what is sent for it, and what it changed, paragraph by paragraph."""

from collections.abc import Iterable
from html import escape

from assistant.drafting.revise import Change
from assistant.model import Sealed
from assistant.ui.pieces import asked, pages
from assistant.ui.pieces.html import fold, safe
from assistant.ui.pieces.marks import difference

CHIPS = ("polite", "half", "simple")


def chips(language: str, versions: Iterable[tuple[str, str]], model: bool) -> str:
    """Wishes at one click, the paper in the other language, and the text as it stood before, to be had back: each version's time and words.

    Without a model the other language is all there is, and what can be done about it is told.
    """
    twin = f'<button type="button" data-form="{escape(pages.TWIN)}">{safe("twin.make", language)}</button>'
    if not model:
        return f'<div class="wishes">{twin}</div><p>{safe("twin.without", language)}</p>'
    picks = "".join(
        f'<button type="button" data-wish="{safe(f"wish.{id}", language)}">{safe(f"wish.{id}", language)}</button>'
        for id in CHIPS
    )
    back = safe("wish.back", language)
    rows = "".join(
        f'<li>{escape(when)} · {escape(text[:60])}… <button type="button" data-version="{escape(text)}">{back}</button></li>'
        for when, text in versions
    )
    kept = fold("versions", safe("wish.versions", language), f"<ul>{rows}</ul>") if rows else ""
    return f'<div class="wishes">{picks}{twin}</div>{kept}'


def consent(sealed: Sealed, language: str) -> str:
    """What would be sent, and whether it may be."""
    return f'<section class="changes">{asked.consent(sealed, language)}</section>'


def growing(text: str, ahead: int, language: str, spoken: str) -> str:
    """The text as it comes, and the button that stops it."""
    return (
        f'<section class="changes"><p role="status">{escape(asked.waiting(ahead, language))} '
        f'<button type="button" data-press="wish-stop">{safe("draft.stop", language)}</button></p>'
        f'<div class="sent" lang="{spoken}">{escape(text)}</div></section>'
    )


def cards(changes: list[Change], language: str, spoken: str, at_once: bool) -> str:
    """Each change, to be taken or refused; `at_once`: it is taken as it comes, and can be had back."""
    if not changes:
        return f'<section class="changes"><p role="status">{safe("wish.none", language)}</p></section>'
    title = safe("wish.changed", language, count=len(changes))
    return (
        f'<section class="changes"{" data-at-once" if at_once else ""}><h3 tabindex="-1">{title}</h3>'
        f"<ul>{''.join(_card(change, language, spoken) for change in changes)}</ul>"
        f'<div class="acts"><button type="button" data-take-all>{safe("wish.all", language)}</button> '
        f'<button type="button" data-drop>{safe("wish.refuse-all", language)}</button></div></section>'
    )


def _card(change: Change, language: str, spoken: str) -> str:
    warned = (
        f'<p class="added">{safe("wish.added", language, words=", ".join(change.added))}</p>' if change.added else ""
    )
    shown = difference(change.old, change.new) if change.old else f"<ins>{escape(change.new)}</ins>"
    return (
        f'<li data-old="{escape(change.old)}" data-new="{escape(change.new)}"><div class="sent" lang="{spoken}">{shown}</div>{warned}'
        f'<div class="acts"><button type="button" data-take>{safe("wish.take", language)}</button> '
        f'<button type="button" data-refuse>{safe("wish.refuse", language)}</button> '
        f'<button type="button" data-undo hidden>{safe("wish.undo", language)}</button>'
        f'<span role="status" data-gone="{safe("wish.gone", language)}"></span></div></li>'
    )
