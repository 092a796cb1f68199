"""What is kept, in the database that `EDAKSH_DATABASE_URL` names, else SQLite in `EDAKSH_HOME`: people and batches, desks with their drafts
and exercises, what was handed in, what was decided of it, which labs are finished, and who did what.

A desk is a browser that nobody signed in at, found by a random key that only that browser has; or somebody's own, at whichever seat.
"""

from assistant.records.drafts import own_desk
from assistant.records.records import Records, open_records
from assistant.records.sessions import Seat
from assistant.records.tables import Attempt, Batch, Desk, Draft, Member, Person, Work

__all__ = [
    "Attempt",
    "Batch",
    "Desk",
    "Draft",
    "Member",
    "Person",
    "Records",
    "Seat",
    "Work",
    "open_records",
    "own_desk",
]
