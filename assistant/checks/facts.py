"""Whether the paper's facts agree with the brief and with each other."""

from collections.abc import Iterator

from assistant.checks.finding import Case, Spot
from assistant.language.dates import say_date, show_date


def deadline_past(case: Case) -> Iterator[Spot]:
    """It asks for something by a day before its own date."""
    if case.brief is None:
        return
    date, deadline = case.brief["date"], case.brief["deadline"]
    if date and deadline and deadline < date:
        told = say_date(deadline, case.language).rpartition("दिनांक ")[2]
        for line in case.body:
            if (at := case.text.find(told, line.start, line.end)) >= 0:
                yield Spot(at, at + len(told), values={"deadline": show_date(deadline), "date": show_date(date)})
                return


CHECKS = {
    "facts.deadline-past": deadline_past,
}
