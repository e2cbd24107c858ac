"""Alembic's entry: run the revisions inside the transaction that the caller has begun."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
