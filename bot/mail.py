"""Sends a letter by a mail server of the office's, beside everything else that goes on."""

from __future__ import annotations

import asyncio
import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.settings import Settings

SECONDS = 20.0


class NotSent(Exception):
    """The mail server did not take it; it may be tried again."""


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail server, as the settings name it; `security` is `starttls`, `tls` or `none`."""

    host: str
    port: int
    user: str
    password: str
    sender: str
    security: str

    async def send(self, to: str, subject: str, text: str) -> None:
        """Hand one letter over; raises `NotSent`, in which nobody's address is."""
        letter = EmailMessage()
        letter["From"], letter["To"], letter["Subject"] = self.sender, to, subject
        letter["Date"] = formatdate()
        letter["Message-ID"] = make_msgid(domain=self.sender.rpartition("@")[2] or "localhost")
        letter["Auto-Submitted"] = "auto-generated"
        letter.set_content(text, cte="quoted-printable")
        try:
            await asyncio.to_thread(self._send, letter)
        except (OSError, smtplib.SMTPException) as problem:
            raise NotSent(type(problem).__name__) from None

    def _send(self, letter: EmailMessage) -> None:
        with self._server() as server:
            if self.security == "starttls":
                server.starttls(context=ssl.create_default_context())
            if self.user:
                server.login(self.user, self.password)
            server.send_message(letter)

    def _server(self) -> smtplib.SMTP:
        if self.security == "tls":
            context = ssl.create_default_context()
            return smtplib.SMTP_SSL(self.host, self.port, timeout=SECONDS, context=context)
        return smtplib.SMTP(self.host, self.port, timeout=SECONDS)


def mail_of(settings: Settings) -> Mail | None:
    """The mail server that the settings name, if they name one."""
    if not settings.smtp_host:
        return None
    return Mail(
        settings.smtp_host,
        settings.smtp_port,
        settings.smtp_user,
        settings.smtp_password.value,
        settings.smtp_from,
        settings.smtp_security,
    )
