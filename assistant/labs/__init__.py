"""Labs and their exercises, and the mark that an answer gets. Leans on the reviewer (checks) and the facts room; knows no screen
and no database."""

from assistant.labs.exercise import Exercise
from assistant.labs.grade import Grade, grade
from assistant.labs.library import Labs
from assistant.labs.rubric import Rubric

__all__ = ["Exercise", "Grade", "Labs", "Rubric", "grade"]
