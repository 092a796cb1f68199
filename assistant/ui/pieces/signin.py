"""The pages on which one signs in, as plain HTML: they open at once on an old PC, and need no script."""

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape

from assistant.messages import OTHER, say
from assistant.records import Batch, Member
from assistant.ui.pieces.html import safe, shell

OWN = ("employee_id", "name", "designation", "office", "district")
"""What somebody says who puts himself on a list."""

FIND = """<script>
document.getElementById("find").addEventListener("input", event => {
  const typed = event.target.value.trim().toLowerCase();
  document.querySelectorAll("#names label, #names a").forEach(name => { name.hidden = !name.textContent.toLowerCase().includes(typed); });
});
</script>"""


def code(language: str, typed: str = "", wrong: str = "") -> str:
    """The number of the batch."""
    return _page(
        language, "signin.title", wrong,
        _form("/signin", language, _box(language, "code", typed, "one-time-code", "signin.code.help", "big", focus=True)
              + _button(language, "signin.next"))
        + f'<p class="aside"><a href="/signin/staff?lang={language}">{safe("signin.staff.link", language)}</a></p>',
        "/signin",
    )  # fmt: skip


def names(
    language: str,
    batch: Batch,
    members: Sequence[Member],
    fields: Mapping[str, str],
    wrong: str = "",
    joining: bool = False,
) -> str:
    """The names of a batch to choose from, and the four digits; where the trainer lets people, a place to add oneself."""
    chosen, alike = fields.get("person", ""), Counter(_known_by(one) for one in members)
    rows = "".join(
        _choosing(one, language, str(one.person_id) == chosen)
        + f"<span>{escape(one.person.name)}</span>"
        + (f" <small>{escape(one.person.designation)}</small>" if one.person.designation else "")
        + (f" <small>{safe('people.seat', language)} {one.seat}</small>" if alike[_known_by(one)] > 1 else "")
        + (f" <small>· {safe('signin.by.password', language)}</small></a>" if _has_password(one) else "</label>")
        for one in sorted(members, key=lambda one: one.person.name)
    )
    key = f'<input type="hidden" name="code" value="{escape(fields.get("code", ""))}">'
    first = f'<p class="help">{safe("signin.pin.first", language)}</p>' if batch.joining else ""
    chooser = (
        f'<p class="find"><label for="find">{safe("signin.find", language)}</label> <input id="find" autocomplete="off"></p>'
        f'<fieldset id="names"><legend>{safe("signin.name", language)}</legend>{rows}</fieldset>'
        + (_wrong(wrong) if not joining else "")
        + _box(language, "pin", "", "off", "signin.pin.help", "pin", focus=bool(chosen)) + first + _button(language, "signin.enter")
    )  # fmt: skip
    nobody = "signin.nobody.joining" if batch.joining else "signin.nobody"
    body = _form("/signin/enter", language, key + chooser) if members else f"<p>{safe(nobody, language)}</p>"
    if batch.joining:
        boxes = (_wrong(wrong) if joining else "") + "".join(
            _box(language, name, fields.get(name, ""), "off", needed=name in OWN[:2]) for name in OWN
        )
        boxes += _box(language, "pin", "", "off", "signin.pin.choose", "pin", id="own-pin")
        body += (
            f"<details{_if(joining or not members, ' open')}><summary>{safe('signin.join', language)}</summary>"
            + _form("/signin/join", language, key + boxes + _button(language, "signin.join.do")) + "</details>"
        )  # fmt: skip
    body += f'<p class="aside"><a href="/signin?lang={language}">{safe("signin.other", language)}</a></p>'
    return _page(language, "signin.who", "", body + (FIND if members else ""), "", batch.code)


def _choosing(one: Member, language: str, chosen: bool) -> str:
    """How the row of a name begins: a trainee is chosen, whoever has a password is led to where it is asked for."""
    if _has_password(one):
        return f'<a href="/signin/staff?lang={language}">'
    return f'<label><input type="radio" name="person" value="{one.person_id}" required{_if(chosen, " checked")}> '


def _has_password(one: Member) -> bool:
    return one.person.role != "trainee"


def _known_by(one: Member) -> tuple[str, str]:
    return one.person.name, one.person.designation


def staff(language: str, employee_id: str = "", wrong: str = "") -> str:
    """Employee ID and password."""
    boxes = _box(language, "employee_id", employee_id, "off", focus=not employee_id)
    boxes += _box(language, "password", "", "off", "signin.password.help", "secret", focus=bool(employee_id))
    back = f'<p class="aside"><a href="/signin?lang={language}">{safe("signin.trainee.link", language)}</a></p>'
    form = _form("/signin/staff", language, boxes + _button(language, "signin.enter"))
    return _page(language, "signin.staff", wrong, form + back, "/signin/staff")


def password(language: str, wrong: str = "", done: bool = False) -> str:
    """One's own password: the one before, and the new one twice."""
    boxes = "".join(
        _box(language, name, "", "off", help_, "secret", focus=name == "old" and not done)
        for name, help_ in (("old", ""), ("new", "signin.password.choose"), ("again", ""))
    )
    told = f'<p class="notice good" role="status">{safe("password.done", language)}</p>' if done else ""
    back = f'<p class="aside"><a href="/">{safe("choice.back", language)}</a></p>'
    form = "" if done else _form("/password", language, boxes + _button(language, "password.do"))
    return _page(language, "password.title", wrong, told + form + back, "/password")


def first(language: str, key: str, fields: Mapping[str, str] | None = None, wrong: str = "") -> str:
    """The first admin: who it is, and a password of their own."""
    given = fields or {}
    boxes = f'<input type="hidden" name="first" value="{escape(key)}">'
    boxes += "".join(_box(language, name, given.get(name, ""), "off", needed=name in OWN[:2]) for name in OWN)
    boxes += _box(language, "password", "", "off", "signin.password.choose", "secret")
    help_ = f"<p>{safe('first.help', language)}</p>"
    return _page(
        language, "first.title", wrong, help_ + _form("/first", language, boxes + _button(language, "first.do")), ""
    )


def nothing(language: str) -> str:
    """A link that leads nowhere any more."""
    return _page(language, "first.gone", "", f'<p><a href="/signin">{safe("signin.title", language)}</a></p>', "")


def broken(language: str) -> str:
    """The database doesn't answer."""
    again = f'<p><a href="/signin?lang={language}">{safe("signin.again", language)}</a></p>'
    return _page(language, "signin.broken", say("signin.broken.help", language), again, "")


def _page(language: str, title: str, wrong: str, body: str, switch: str, about: str = "") -> str:
    heading = safe(title, language)
    other = (
        f'<a href="{switch}?lang={OTHER[language]}" lang="{OTHER[language]}">{safe("bar.switch", language)}</a>'
        if switch
        else ""
    )
    named = f"{heading}{f' <small>{escape(about)}</small>' if about else ''}"
    return shell(language, f"{heading} · {safe('app.name', language)}", other, f"<h1>{named}</h1>{_wrong(wrong)}{body}")


def _wrong(words: str) -> str:
    return f'<p class="notice stop" role="alert">{escape(words)}</p>' if words else ""


def _form(action: str, language: str, inside: str) -> str:
    """A form. `novalidate`: what is wrong is told by us, in the page's language, and not by the browser in its own."""
    return (
        f'<form method="post" action="{action}" autocomplete="off" novalidate><input type="hidden" name="lang" value="{language}">'
        f"{inside}</form>"
    )


def _box(
    language: str, name: str, value: str, complete: str, help_: str = "", kind: str = "", *, focus: bool = False, needed: bool = True,
    id: str = "",
) -> str:  # fmt: skip
    """A box with its words. Secrets are no password fields: the browser of a shared PC would offer to remember them."""
    id = id or name
    more = ' inputmode="numeric"' if kind in ("big", "pin") else ""
    more += ' maxlength="4"' if kind == "pin" else ""
    told = f'<span class="help">{safe(help_, language)}</span>' if help_ else ""
    return (
        f'<p class="box"><label for="{id}">{safe(f"signin.box.{name}", language)}{told}</label>'
        f'<input id="{id}" name="{name}" value="{escape(value)}" class="{kind}" autocomplete="{complete}" spellcheck="false"'
        f"{more}{_if(needed, ' required')}{_if(focus, ' autofocus')}></p>"
    )


def _button(language: str, key: str) -> str:
    return f'<p><button type="submit">{safe(key, language)}</button></p>'


def _if(condition: bool, words: str) -> str:
    return words if condition else ""
