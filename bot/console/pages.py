"""Pages made of templates, which escape what is on them, and the files beside them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.console.afterword import said, tell_next
from bot.console.forms import EMPTY
from bot.console.rights import Right, needs
from bot.console.tabs import TABS
from bot.console.visit import Visit
from bot.static_files import StaticFiles

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).parent
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "media-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'"
)
HEADERS = {"Content-Security-Policy": POLICY, "Cache-Control": "no-store"}


class Pages:
    """Renders the templates, and serves styles and scripts under a name that changes with them."""

    def __init__(self) -> None:
        self.files = StaticFiles(HERE / "static")
        self._templates = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def show(
        self, name: str, visit: Visit, values: Mapping[str, object], status: int = 200
    ) -> web.Response:
        """The page of a template."""
        text = self._templates.get_template(f"{name}.html").render(
            visit=visit,
            say=visit.say,
            rights=Right,
            tabs=TABS,
            files=f"/staff/static/{self.files.version}",
            **({"form": EMPTY} | dict(values)),
        )
        response = web.Response(text=text, content_type="text/html", status=status, headers=HEADERS)
        response.enable_compression()
        if visit.told:
            said(visit, response)
        return response

    def done(self, visit: Visit, path: str, key: str = "", **args: str) -> web.Response:
        """A form was taken: on to a page of ours, which says on top what was done."""
        return self.told(visit, path, visit.say(key, **args) if key else "")

    def told(self, visit: Visit, path: str, words: str) -> web.Response:
        """The same with these words."""
        response = web.Response(status=303, headers={"Location": path})
        if words:
            tell_next(visit, response, words)
        return response

    def refuse(self, visit: Visit, status: int, key: str) -> web.Response:
        """A page that says why something was not done."""
        return self.show("refused", visit, {"why": key}, status)

    @needs(Right.ANYBODY)
    async def file(self, request: web.Request, _visit: Visit) -> web.Response:
        """`GET /staff/static/{version}/{name}`."""
        return self.files.answer(request)
