"""Where the peer keeps its conversations: SQLite, as safe as ours, with one commit a turn."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

from telegram.ext import BasePersistence, PersistenceInput

_TABLES = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
CREATE TABLE conversation (name TEXT, key TEXT, state INTEGER, PRIMARY KEY (name, key));
CREATE TABLE person (id INTEGER PRIMARY KEY, data TEXT NOT NULL);
CREATE TABLE registration (id INTEGER PRIMARY KEY, person INTEGER NOT NULL, data TEXT NOT NULL);
"""

Data = dict[Any, Any]


class Sqlite(BasePersistence[Data, Data, Data]):
    """Keeps what people said and where their talks stand; nothing lasts before `commit`."""

    def __init__(self, path: Path) -> None:
        super().__init__(PersistenceInput(bot_data=False, chat_data=False, callback_data=False))
        self._connection = sqlite3.connect(path)
        self._connection.executescript(_TABLES)

    def commit(self) -> None:
        """Make everything that was written so far last."""
        self._connection.commit()

    def register(self, person: int, said: Data) -> int:
        """Store a finished registration; gives its number."""
        written = json.dumps(said, ensure_ascii=False)
        done = self._connection.execute(
            "INSERT INTO registration (person, data) VALUES (?, ?)", (person, written)
        )
        return int(done.lastrowid or 0)

    async def get_conversations(self, name: str) -> dict[tuple[int | str, ...], object]:
        rows = self._connection.execute(
            "SELECT key, state FROM conversation WHERE name = ?", (name,)
        )
        return {tuple(json.loads(key)): state for key, state in rows}

    async def update_conversation(
        self, name: str, key: tuple[int | str, ...], new_state: object | None
    ) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO conversation VALUES (?, ?, ?)",
            (name, json.dumps(key), new_state),
        )

    async def get_user_data(self) -> dict[int, Data]:
        rows = self._connection.execute("SELECT id, data FROM person")
        return {person: json.loads(data) for person, data in rows}

    async def update_user_data(self, user_id: int, data: Data) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO person VALUES (?, ?)",
            (user_id, json.dumps(data, ensure_ascii=False)),
        )

    async def drop_user_data(self, user_id: int) -> None:
        self._connection.execute("DELETE FROM person WHERE id = ?", (user_id,))

    async def flush(self) -> None:
        self._connection.commit()

    # Kinds of data that this bot has none of.

    async def get_chat_data(self) -> dict[int, Data]:
        return {}

    async def get_bot_data(self) -> Data:
        return {}

    async def get_callback_data(self) -> None:
        return None

    async def update_chat_data(self, chat_id: int, data: Data) -> None:
        raise NotImplementedError

    async def update_bot_data(self, data: Data) -> None:
        raise NotImplementedError

    async def update_callback_data(self, data: object) -> None:
        raise NotImplementedError

    async def drop_chat_data(self, chat_id: int) -> None:
        raise NotImplementedError

    async def refresh_user_data(self, user_id: int, user_data: Data) -> None:
        return None

    async def refresh_chat_data(self, chat_id: int, chat_data: Data) -> None:
        return None

    async def refresh_bot_data(self, bot_data: Data) -> None:
        return None
