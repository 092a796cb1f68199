"""The door to all that is kept."""

from assistant.records.attempts import Attempts
from assistant.records.batches import Batches
from assistant.records.completions import Completions
from assistant.records.database import Database, open_database
from assistant.records.drafts import Drafts
from assistant.records.enrol import Enrolment
from assistant.records.journal import Journal
from assistant.records.people import People
from assistant.records.room import Room
from assistant.records.secret import read_secret
from assistant.records.sessions import Sessions
from assistant.settings import Settings


class Records(Drafts):
    """Desks and drafts by its own methods, each other noun by its name. All raise RecordsError where the database can't be read or written."""

    def __init__(self, database: Database, secret: str) -> None:
        super().__init__(database)
        self.database = database
        self.people = People(database)
        self.batches = Batches(database)
        self.enrolment = Enrolment(database)
        self.sessions = Sessions(database, secret)
        self.attempts = Attempts(database)
        self.completions = Completions(database)
        self.room = Room(database)
        self.journal = Journal(database)

    def ping(self) -> None:
        """Asks the database for the simplest thing."""
        self.database.ping()


def open_records(settings: Settings) -> Records:
    """The database, made or brought up to date first, and the secret. Raises RecordsError where that can't be done."""
    return Records(open_database(settings), read_secret(settings))
