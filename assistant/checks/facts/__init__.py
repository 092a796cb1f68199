"""Whether a paper's facts are those it was written from, and agree with themselves: its ledger, its sums, its days."""

from assistant.checks.facts import brief, deadline, paper

CHECKS = {**paper.CHECKS, **deadline.CHECKS, **brief.CHECKS}
