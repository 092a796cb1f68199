"""A finding in a model's own words, for its card: what would be sent for it, the words as they come, or why there are none.

The page's script shows it in the card that has the same key (static/changes.js).
"""

from html import escape

from assistant.messages import say
from assistant.model import Sealed
from assistant.ui.pieces import asked


def consent(sealed: Sealed, key: str, language: str) -> str:
    """What would be sent, and whether it may be."""
    return _section(key, asked.consent(sealed, language, 4))


def words(text: str, ahead: int, key: str, language: str, ended: bool) -> str:
    """What the model says, as far as it has come, and that it is the model who says it."""
    told = say("explain.by", language) if ended else asked.waiting(ahead, language)
    act = say("explain.close" if ended else "draft.stop", language)
    return _section(
        key,
        f'<h4 tabindex="-1" role="status">{escape(told)}</h4><p>{escape(text)}</p>'
        f'<div class="acts"><button type="button" data-drop>{escape(act)}</button></div>',
    )


def failed(notice: str, key: str) -> str:
    """Why the model explained nothing."""
    return _section(key, notice)


def _section(key: str, html: str) -> str:
    return f'<section data-explains="{escape(key)}">{html}</section>'
