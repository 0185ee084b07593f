"""What Alembic runs: the steps, on the connection that `storage.upgrade` opened."""

from __future__ import annotations

from alembic import context

from storage import schema

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=schema.inbox.metadata,
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()
