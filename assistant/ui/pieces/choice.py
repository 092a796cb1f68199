"""The page on which the model is chosen and tried, as a plain form: it opens without a script, and no key is ever shown on it."""

from html import escape

from assistant.messages import OTHER
from assistant.settings import Settings
from assistant.ui.pieces import pages
from assistant.ui.pieces.html import safe, shell


def page(settings: Settings, language: str, told: str = "", good: bool = False) -> str:
    """The model as it is set; where the environment sets it, only that."""
    fixed = bool(settings.model_name) and not settings.chosen
    title = safe("choice.title", language)
    if fixed:
        boxes = f"<p>{safe('choice.fixed', language, name=settings.model_name)}</p>"
    else:
        key = "choice.key.kept" if settings.openai_api_key else "choice.key.help"
        boxes = (
            _box(language, "model", "choice.model.help", settings.model)
            + _box(language, "address", "choice.address.help", settings.openai_base_url)
            + _box(language, "key", key, "", 'type="password" autocomplete="new-password"')
        )
    button = safe("choice.try" if fixed else "choice.save", language)
    off = (
        ""
        if fixed or not settings.model_name
        else f'<p><button type="submit" name="off" value="1" class="quiet">{safe("choice.off", language)}</button></p>'
    )
    other = f'<a href="/settings?lang={OTHER[language]}">{safe("bar.switch", language)}</a>'
    body = (
        f'<h1>{title}</h1>{pages.notice(told, "good" if good else "mend")}<form method="post" action="/settings" autocomplete="off">'
        f'<input type="hidden" name="lang" value="{language}">{boxes}<p><button type="submit">{button}</button></p>{off}</form>'
        f'<p class="aside"><a href="/">{safe("choice.back", language)}</a></p>'
    )
    return shell(language, f"{title} · {safe('app.name', language)}", other, body)


def _box(language: str, name: str, help_: str, value: str, more: str = 'autocomplete="off"') -> str:
    return (
        f'<p class="box"><label for="{name}">{safe(f"choice.{name}", language)}<span class="help">{safe(help_, language)}</span></label>'
        f'<input id="{name}" name="{name}" value="{escape(value)}" spellcheck="false" {more}></p>'
    )
