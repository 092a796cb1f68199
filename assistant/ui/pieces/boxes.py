"""The boxes of the brief: one for each field that any form asks for, shown or hidden by the form that is open.

An id means the same in every form, so a value stays where it is when the form is changed.
"""

from collections.abc import Iterable
from typing import Any

import gradio as gr

from assistant.forms.answers import CHOICES, Box, boxes
from assistant.forms.form import GROUPS, FieldSpec, Form
from assistant.messages import say
from assistant.settings import STATES
from assistant.ui.pieces.html import dom

OFFERED = ("people", "copies")
CHOSEN = {"state": STATES, "tone": ("formal", "firm", "courteous", "personal")}


class Brief:
    """All boxes, laid out in the four groups. Built inside a Blocks; `updates` fits them to a form and a language."""

    def __init__(self, forms: Iterable[Form]) -> None:
        fields: dict[str, FieldSpec] = {}
        for form in forms:
            fields = dict(form.fields) | fields
        self.boxes: dict[str, Any] = {}
        self.offers: dict[str, gr.HTML] = {}
        self.groups: dict[str, Any] = {}
        self.titles: dict[str, gr.HTML] = {}
        self._order = {group: _merged(form.groups[group] for form in forms) for group in GROUPS}
        with gr.Row(elem_classes="brief"):
            with gr.Column(scale=7, min_width=320):
                for group in ("whom", "matter"):
                    with gr.Column(elem_classes="group", elem_id=f"group-{group}") as self.groups[group]:
                        self.titles[group] = gr.HTML()
                        self._lay(fields, group)
                with gr.Accordion("…", open=False, elem_classes="group", elem_id="group-tail") as self.groups["tail"]:
                    self._lay(fields, "tail")
            with (
                gr.Column(scale=4, min_width=300),
                gr.Accordion("…", open=True, elem_classes="group", elem_id="group-office") as self.groups["office"],
            ):
                self._lay(fields, "office")

    def _lay(self, fields: dict[str, FieldSpec], group: str) -> None:
        placed = set(self.boxes)
        for box in boxes(fields, self._order[group]):
            if box.id in placed:
                continue
            self.boxes[box.id] = _component(box)
            if box.spec.kind in OFFERED:
                self.offers[box.id] = gr.HTML(visible=False)

    def updates(self, form: Form | None, language: str, answers: dict[str, str] | None = None) -> dict[Any, Any]:
        """What fits the boxes to a form and a language; with `answers`, what they hold as well."""
        asked = {box.id: box for box in boxes(form.fields, form.asked)} if form else {}
        changed: dict[Any, Any] = {}
        for id, component in self.boxes.items():
            box = asked.get(id)
            if box is None:
                changed[component] = gr.update(visible=False)
                continue
            update: dict[str, Any] = {"visible": True, "label": ask(box, language), "info": _help(box, language)}
            if box.choice:
                update["choices"] = [
                    (say(f"{box.spec.kind}.{choice}", language), choice) for choice in CHOSEN[box.spec.kind]
                ]
            else:
                update["placeholder"] = say("example", language, example=_example(box, language))
            if answers is not None:
                update["value"] = answers.get(id, "") or (CHOSEN[box.spec.kind][0] if box.choice else "")
            changed[component] = gr.update(**update)
        for group, title in self.titles.items():
            changed[title] = f"<h2>{say(f'group.{group}', language)}</h2>"
        for group, ids in self._order.items():
            here = [id for id in ids if form and id in form.groups[group]]
            changed[self.groups[group]] = gr.update(visible=bool(here))
        return changed


def ask(box: Box, language: str) -> str:
    """The words of a box's question."""
    return say(f"piece.{box.spec.kind}.{box.piece}", language) if box.piece else box.spec.ask[language]


def _help(box: Box, language: str) -> str:
    return say(f"piece.{box.spec.kind}.{box.piece}.help", language) if box.piece else box.spec.help[language]


def _example(box: Box, language: str) -> str:
    return say(f"piece.{box.spec.kind}.{box.piece}.example", language) if box.piece else box.spec.example[language]


def _component(box: Box) -> Any:
    id = f"box-{dom(box.id)}"
    if box.spec.kind in CHOICES:
        return gr.Radio(choices=list(CHOSEN[box.spec.kind]), elem_id=id, visible=False, interactive=True)
    lines = {"points": 5, "background": 3}.get(box.field, 2) if box.several_lines else 1
    return gr.Textbox(
        lines=lines,
        max_lines=12 if box.several_lines else 1,
        elem_id=id,
        visible=False,
        interactive=True,
        html_attributes=gr.InputHTMLAttributes(autocomplete="off", spellcheck=False),
    )


def _merged(orders: Iterable[tuple[str, ...]]) -> list[str]:
    """One order that keeps that of each form: all ask in the order of their papers' parts, subject, reference, text, enclosures."""
    merged: list[str] = []
    for order in orders:
        at = 0
        for id in order:
            if id in merged:
                at = merged.index(id) + 1
            else:
                merged.insert(at, id)
                at += 1
    return merged
