"""Drafts official papers in Hindi and English from the facts of a case, reviews them, and marks exercises in writing them.

The rooms, in order of rank; each imports only from those before it:
errors settings content messages → language → facts → forms → files | checks → model → drafting → labs → records → assistant → ui → cli
"""

__version__ = "0.1.0"
