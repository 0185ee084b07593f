"""
The same registration with python-telegram-bot as its manual shows it, to compare with.

`python -m tests.bench.peers.handler PORT API FOLDER`: an `Application` with a
`ConversationHandler` whose state and answers an own persistence writes to SQLite, committed
before the webhook is answered; messages go out by the library's own transport. Its questions and
sentences are those of our book, so that both bots say as much; what it does with the words is
as simple as such bots are: no reading of marks, no explanations, no numbers in words, no outbox,
no dossier, and an update that comes twice is taken twice.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

from aiohttp import web
from telegram import Update
from telegram.ext import Application, CommandHandler, ConversationHandler, MessageHandler, filters

from bot.loop import run
from tests.bench.peers.handler_store import Sqlite
from tests.bench.peers.handler_talk import STATES, start, to_menu
from tests.bench.speech import TELEGRAM_PATH
from tests.bench.telegram_api import TOKEN


def conversation() -> ConversationHandler[Any]:
    """One handler for each state; /start and /menu are understood in all of them."""
    words = filters.TEXT & ~filters.COMMAND
    return ConversationHandler(
        entry_points=[CommandHandler("start", start)],
        states={state: [MessageHandler(words, hear)] for state, hear in STATES.items()},
        fallbacks=[CommandHandler("start", start), CommandHandler("menu", to_menu)],
        name="registration",
        persistent=True,
    )


async def main(port: int, api: str, folder: Path) -> int:
    """Serve until killed."""
    store = Sqlite(folder / "peer.db")
    application = (
        Application.builder()
        .token(TOKEN)
        .base_url(f"{api}/bot")
        .persistence(store)
        .updater(None)
        .build()
    )
    application.bot_data["store"] = store
    application.add_handler(conversation())

    async def hear(request: web.Request) -> web.Response:
        update = Update.de_json(await request.json(), application.bot)
        await application.process_update(update)
        await application.update_persistence()
        store.commit()
        return web.Response()

    async def well(_request: web.Request) -> web.Response:
        return web.Response(text="ok")

    async with application:
        app = web.Application()
        app.add_routes([web.post(TELEGRAM_PATH, hear), web.get("/healthz", well)])
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        await asyncio.Event().wait()
    return 0


if __name__ == "__main__":
    sys.exit(run(main(int(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))))
