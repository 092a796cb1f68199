"""How a paper is written: language and script, spelling, plain words."""

from assistant.checks.language import script, spelling, words

CHECKS = {**spelling.CHECKS, **script.CHECKS, **words.CHECKS}
