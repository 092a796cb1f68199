"""Whether a paper tells what has no place in it: a person's numbers, a protected name, what is kept secret."""

from assistant.checks.privacy import numbers, protected, secrecy

CHECKS = {**numbers.CHECKS, **protected.CHECKS, **secrecy.CHECKS}
