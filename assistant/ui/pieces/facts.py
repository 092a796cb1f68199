"""The ledger of facts: each fact of the brief, where the paper says it, and what the paper made up."""

from collections.abc import Iterable, Mapping
from html import escape

from assistant.checks.facts.ledger import Entry
from assistant.drafting.mend import Offer
from assistant.forms.template import BLANK
from assistant.messages import say
from assistant.ui.pieces.html import fold, heads, safe
from assistant.ui.pieces.review import Aim, Sheet, short

HEADS = ("facts.became", "facts.given", "facts.stands")
BECAME = ("changed", "dropped", "added", "kept")
"""What can become of a fact, what has to be looked at first."""


def facts(
    sheet: Sheet,
    entries: Iterable[Entry],
    language: str,
    offers: Mapping[str, Offer] | None = None,
    model: bool = False,
    growing: bool = False,
) -> str:
    """Every fact of the brief, where the paper says it and what became of it, and what the paper made up; first what to look at.

    `offers`: where what is left out has its place, by the fact's words. `model`: one is connected. `growing`: the paper is still being
    written, and can't be mended yet.
    """
    rows: dict[str, list[str]] = {became: [] for became in BECAME}
    for entry in entries:
        rows[entry.became].append(_entry(sheet, entry, language, offers or {}, model, growing))
    if not any(rows.values()):
        return ""
    told = ", ".join(say(f"facts.count.{became}", language, count=len(some)) for became, some in rows.items() if some)
    kept = rows.pop("kept")
    head = heads(HEADS, language)
    title = safe("facts.kept.all", language, count=len(kept))
    folded = fold("facts", title, f"<table>{head}<tbody>{''.join(kept)}</tbody></table>") if kept else ""
    look = "".join(row for some in rows.values() for row in some)
    table = f"<table>{head}<tbody>{look}</tbody></table>" if look else ""
    text = f' data-text="{escape(sheet.editor)}"' if growing else ""
    return f'<section class="facts"{text}><h2>{safe("facts.title", language)}</h2><p class="told">{escape(told)}</p>{table}{folded}</section>'


def _entry(sheet: Sheet, entry: Entry, language: str, offers: Mapping[str, Offer], model: bool, growing: bool) -> str:
    """One fact: what became of it, what was given and in which box, and the words of the paper, which lead there."""
    source = sheet.document.source
    start, end = source.span(entry.start, entry.end)
    given, box, acts = "", "", ""
    if entry.fact:
        given = f"<b>{escape(short(entry.fact.says))}</b>"
        asked = sheet.form.fields.get(entry.fact.id.partition(".")[0])
        box = f"<br><small>{escape(asked.ask[language])}</small>" if asked else ""
    aim = sheet.aim((start, end))
    if aim.attributes:
        acts = f'<button type="button" data-act="go">{escape(short(source.given[start:end]))}</button>'
    if entry.right and aim.typed and not growing:
        label = safe("review.apply", language, words=entry.right)
        acts += f' <button type="button" data-act="apply" data-new="{escape(entry.right)}">{label}</button>'
    if not growing:
        acts += _mended(sheet, entry, aim, offers, model, language)
    said = f"{given} {source.given[start:end]}" if entry.fact else source.given[start:end]
    return (
        f'<tr class="{entry.became}" data-key="{escape(f"{entry.became} {said}")}"{aim.attributes}>'
        f"<td>{safe(f'facts.{entry.became}', language)}</td><td>{given or '—'}{box}</td><td>{acts or '—'}</td></tr>"
    )


def _mended(sheet: Sheet, entry: Entry, aim: Aim, offers: Mapping[str, Offer], model: bool, language: str) -> str:
    """Buttons that mend it: a blank or the sentence written again for what nobody gave, its place for what was left out."""
    if entry.became == "dropped" and entry.fact and (place := offers.get(entry.fact.says)):
        at = sheet.ends(place.paragraph)
        label = safe("facts.insert", language, words=short(place.words))
        new = f"{place.words}\n\n" if not at else f"\n\n{place.words}" if place.own else f" {place.words}"
        return f'<button type="button" data-act="insert" data-after="{at}" data-new="{escape(new)}">{label}</button>'
    if entry.became not in ("added", "changed") or not aim.typed:
        return ""
    blank = f' <button type="button" data-act="apply" data-new="{BLANK}">{safe("facts.blank", language)}</button>'
    again = f' <button type="button" data-act="again">{safe("facts.again", language)}</button>'
    return blank * (entry.became == "added") + again * model
