"""Runs the revisions on the connection that `migrate` hands over; there is no other way in."""

from alembic import context

from assistant.records.tables import Base

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Base.metadata, render_as_batch=True
)
context.run_migrations()
