"""How a paper is written: language and script, spelling, plain words."""

from assistant.checks.language import digits, script, spelling, words

CHECKS = {**spelling.CHECKS, **script.CHECKS, **digits.CHECKS, **words.CHECKS}
