"""How a paper is written: language and script, spelling, plain words."""

from assistant.checks.language import digits, names, script, spelling, words

CHECKS = {**spelling.CHECKS, **names.CHECKS, **script.CHECKS, **digits.CHECKS, **words.CHECKS}
