"""What all pieces of HTML are made of: our words, made safe for it, and what tables, folds and boxes have alike."""

from collections.abc import Iterable
from datetime import datetime
from html import escape
from typing import Any

from assistant.messages import say


def safe(key: str, language: str, **values: Any) -> str:
    """A message as HTML: what is filled in may be anybody's words."""
    return escape(say(key, language, **values))


def heads(keys: Iterable[str], language: str, more: str = "") -> str:
    """A table's first row; `more`: cells at its end for columns that need no words."""
    cells = "".join(f'<th scope="col">{safe(key, language)}</th>' for key in keys)
    return f"<thead><tr>{cells}{more}</tr></thead>"


def scrolled(inside: str) -> str:
    """A table that a narrow screen moves sideways, by the keyboard too."""
    return f'<div class="scroll" tabindex="0"><table class="wide">{inside}</table></div>'


def fold(name: str, title: str, inside: str) -> str:
    """What is there for whoever opens it; the page's script keeps it open under its name when it comes anew."""
    return f'<details data-fold="{name}"><summary>{title}</summary>{inside}</details>'


def moment(at: datetime) -> str:
    """A moment by this computer's clock."""
    return at.astimezone().strftime("%d.%m.%Y %H:%M")


def dom(box: str) -> str:
    """A box's id as the page has it, where a dot would say something else."""
    return box.replace(".", "-")


def shell(language: str, title: str, link: str, body: str) -> str:
    """A page without Gradio: it opens at once on an old PC, and needs no script. `title` is the window's, `link` the one on top."""
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<title>{title}</title><link rel="stylesheet" href="/files/page.css"><link rel="stylesheet" href="/files/signin.css"></head>'
        f'<body class="signin"><header><strong>{safe("app.short", language)}</strong> <span>{safe("app.name", language)}</span>{link}</header>'
        f"<main>{body}</main></body></html>"
    )
