"""Drafts official letters, e-mails and note-sheets in Hindi and English from the facts of a case.

The rooms, in order of rank; each imports only from those before it:
errors settings content messages → language → forms → files | checks → model → drafting → records → assistant → ui → cli
"""

__version__ = "0.1.0"
