"""What was left standing that isn't the office's own: chat, orders to a writer, blanks, signs of a web page, a text cut short."""

from assistant.checks.leftover import chatter, cut_off, instructions, markup, placeholder

CHECKS = {**placeholder.CHECKS, **chatter.CHECKS, **cut_off.CHECKS, **instructions.CHECKS, **markup.CHECKS}
