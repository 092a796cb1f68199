"""Labs and their exercises, and the mark that an answer gets. Leans on the reviewer (checks) and the facts room; knows no screen
and no database."""

from assistant.labs.exercise import Exercise
from assistant.labs.found import found
from assistant.labs.grade import Grade, Judged, grade
from assistant.labs.judge import judge
from assistant.labs.library import Labs
from assistant.labs.rubric import Rubric

__all__ = ["Exercise", "Grade", "Judged", "Labs", "Rubric", "found", "grade", "judge"]
