"""The page on which the model is chosen and tried, as a plain form: it opens without a script, and no key is ever shown on it."""

from html import escape

from assistant.messages import say
from assistant.settings import Settings

OTHER = {"hi": "en", "en": "hi"}


def page(settings: Settings, language: str, told: str = "", good: bool = False) -> str:
    """The model as it is set; where the environment sets it, only that."""

    def words(key: str, **values: str) -> str:
        return escape(say(key, language, **values))

    fixed = bool(settings.model_name) and not settings.chosen
    title, name = words("choice.title"), words("app.name")
    notice = f'<div class="notice {"good" if good else "mend"}" role="alert">{escape(told)}</div>' if told else ""
    if fixed:
        body = f"<p>{words('choice.fixed', name=settings.model_name)}</p>"
    else:
        key = "choice.key.kept" if settings.openai_api_key else "choice.key.help"
        body = (
            _box("model", words("choice.model"), words("choice.model.help"), settings.model)
            + _box("address", words("choice.address"), words("choice.address.help"), settings.openai_base_url)
            + _box("key", words("choice.key"), words(key), "", 'type="password" autocomplete="new-password"')
        )
    button = words("choice.try" if fixed else "choice.save")
    off = (
        ""
        if fixed or not settings.model_name
        else f'<p><button type="submit" name="off" value="1" class="quiet">{words("choice.off")}</button></p>'
    )
    other = f'<a href="/settings?lang={OTHER[language]}">{escape(say("bar.switch", language))}</a>'
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<title>{title} · {name}</title><link rel="stylesheet" href="/files/page.css"><link rel="stylesheet" href="/files/signin.css">'
        f'</head><body class="signin"><header><strong>{words("app.short")}</strong> <span>{name}</span>{other}</header>'
        f'<main><h1>{title}</h1>{notice}<form method="post" action="/settings" autocomplete="off">'
        f'<input type="hidden" name="lang" value="{language}">{body}<p><button type="submit">{button}</button></p>{off}</form>'
        f'<p class="aside"><a href="/">{words("choice.back")}</a></p></main></body></html>'
    )


def _box(name: str, label: str, help_: str, value: str, more: str = 'autocomplete="off"') -> str:
    return (
        f'<p class="box"><label for="{name}">{label}<span class="help">{help_}</span></label>'
        f'<input id="{name}" name="{name}" value="{escape(value)}" spellcheck="false" {more}></p>'
    )
