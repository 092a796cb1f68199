"""Whether a paper is its writer's own work, written for its reader."""

from assistant.checks.integrity import keywords, own_work

CHECKS = {**own_work.CHECKS, **keywords.CHECKS}
