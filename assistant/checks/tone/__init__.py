"""How a paper speaks to its reader: fairly, plainly, as its writer's post may."""

from assistant.checks.tone.manner import CHECKS

__all__ = ["CHECKS"]
