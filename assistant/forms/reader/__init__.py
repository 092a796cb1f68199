"""Loose text → Document, by the labels that a form accepts: the inverse of what its template makes.

A paper is read from the top: its head (labelled lines and what stands under them), its text, its tail. What has no label has a
place: what stands first is the letterhead, what is short and stands after the last sentence is the signature. What fits nowhere,
as a chat window's greeting, is `unplaced`.
"""

from assistant.forms.document import Document
from assistant.forms.form import Form
from assistant.forms.labels import labels
from assistant.forms.reader.paper import document
from assistant.forms.reader.sheet import Sheet
from assistant.forms.reader.wrapping import Unwrapped
from assistant.language.text import MOST_OF_A_PAPER


def read(text: str, form: Form, language: str) -> Document:
    """A paper that somebody typed or pasted, its parts found by their labels and their places.

    What stands after so many letters isn't read, so that no paste keeps anybody waiting: whoever asked has to tell it.
    """
    return document(Sheet(Unwrapped(text[:MOST_OF_A_PAPER]), form, labels(form)), language)
