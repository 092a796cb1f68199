"""The boxes of the step where the facts are told."""

import gradio as gr
import pytest

from assistant.assistant import Assistant
from assistant.forms.answers import boxes
from assistant.settings import read_settings
from assistant.ui.pieces.boxes import Brief

LIBRARY = Assistant(read_settings({})).library


@pytest.fixture(scope="module")
def laid() -> list[str]:
    with gr.Blocks():
        return list(Brief(LIBRARY.forms.values()).boxes)


@pytest.mark.parametrize("form", LIBRARY.ids)
def test_what_is_asked_stands_in_the_order_of_the_form_that_is_open(laid, form):
    asked = LIBRARY.form(form)
    own = [box.id for box in boxes(asked.fields, asked.asked)]
    assert [id for id in laid if id in own] == own
