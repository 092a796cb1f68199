"""What is kept: desks with their drafts, exercises and attempts, in the database that `EDAKSH_DATABASE_URL` names, else SQLite in `EDAKSH_HOME`.

A desk is one browser that one person sits at; it is found by a random key that only that browser has.
"""

from assistant.records.drafts import Records, open_records
from assistant.records.tables import Attempt, Desk, Draft, Work

__all__ = ["Attempt", "Desk", "Draft", "Records", "Work", "open_records"]
