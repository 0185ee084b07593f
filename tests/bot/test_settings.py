"""Every setting is read once, and all that is wrong is said together."""

from __future__ import annotations

from datetime import time
from ipaddress import ip_network
from pathlib import Path

import pytest

from bot.setting_kinds import Secret
from bot.settings import OWN_PACK, Settings, SettingsError, read_settings, unknown_settings

TOKEN = "123456789:AAEhBP0av28j5vXqSyc1vTg3wQ7xYz12345"
SECRET = "a-secret-of-our-own"


def mistakes(**environ: str) -> list[str]:
    """The names of the settings that are complained about."""
    with pytest.raises(SettingsError) as caught:
        read_settings(environ)
    return [line.partition(":")[0] for line in caught.value.lines]


def test_nothing_at_all_is_enough_for_a_demo() -> None:
    settings = read_settings({})

    assert (settings.host, settings.port) == ("127.0.0.1", 8080)
    assert settings.content == OWN_PACK
    assert Path(settings.database) == Path("data/bot.sqlite3")
    assert not settings.telegram_token
    assert settings.quiet_hours == (time(20), time(7))


@pytest.mark.parametrize(
    ("name", "given", "attribute", "value"),
    [
        ("BOT_PORT", "0", "port", 0),
        ("BOT_PORT", " 9000 ", "port", 9000),
        ("BOT_PUBLIC_URL", "https://bot.example.vn/", "public_url", "https://bot.example.vn"),
        ("BOT_PUBLIC_URL", "http://127.0.0.1:8080", "public_url", "http://127.0.0.1:8080"),
        ("BOT_DATABASE_URL", "postgresql://u@h/d", "database", "postgresql://u@h/d"),
        ("BOT_DATABASE_URL", "sqlite:///a.db", "database", "sqlite:///a.db"),
        ("BOT_DATABASE_URL", "/var/bot.db", "database", "/var/bot.db"),
        ("BOT_TELEGRAM_MODE", "Webhook", "telegram_mode", "webhook"),
        ("BOT_TELEGRAM_API", "http://localhost:8081/", "telegram_api", "http://localhost:8081"),
        ("BOT_TELEGRAM_RATE", "20", "telegram_rate", 20),
        ("BOT_METRICS_PORT", "9100", "metrics_port", 9100),
        ("BOT_METRICS_PORT", "", "metrics_port", None),
        ("BOT_TRUSTED_PROXIES", "10.0.0.0/8", "trusted_proxies", (ip_network("10.0.0.0/8"),)),
        ("BOT_ALLOWED_HOSTS", "A.vn, b.vn", "allowed_hosts", ("a.vn", "b.vn")),
        ("BOT_QUIET_HOURS", "21:30-06:00", "quiet_hours", (time(21, 30), time(6))),
        ("BOT_QUIET_HOURS", "none", "quiet_hours", None),
        ("BOT_CHAT_LIMIT", "0", "chat_limit", 0),
        ("BOT_BEAT", "5", "beat", 5),
        ("BOT_LOG", "DEBUG", "log", "debug"),
    ],
)
def test_each_setting_has_its_kind(name: str, given: str, attribute: str, value: object) -> None:
    assert getattr(read_settings({name: given}), attribute) == value


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("BOT_PORT", "eighty"),
        ("BOT_PORT", "65536"),
        ("BOT_PORT", "-1"),
        ("BOT_PORT", "٨٠"),
        ("BOT_PUBLIC_URL", "bot.example.vn"),
        ("BOT_PUBLIC_URL", "http://bot.example.vn"),
        ("BOT_PUBLIC_URL", "https://user:word@bot.example.vn"),
        ("BOT_DATABASE_URL", "mysql://u:p@h/d"),
        ("BOT_SECRET_KEY", "short"),
        ("BOT_SECRET_KEY", "a" * 64),
        ("BOT_TELEGRAM_TOKEN", "not a token"),
        ("BOT_TELEGRAM_TOKEN", "123456789:short"),
        ("BOT_TELEGRAM_MODE", "push"),
        ("BOT_TELEGRAM_API", "ftp://example.vn"),
        ("BOT_TELEGRAM_SECRET", "changeme"),
        ("BOT_TELEGRAM_SECRET", "short"),
        ("BOT_TELEGRAM_SECRET", "has a blank in it"),
        ("BOT_TELEGRAM_SECRET", "one-secret,two-secret,three-secret"),
        ("BOT_TELEGRAM_RATE", "9999"),
        ("BOT_TRUSTED_PROXIES", "proxy.example.vn"),
        ("BOT_ALLOWED_HOSTS", "https://bot.example.vn"),
        ("BOT_HTTP_PROXY", "socks5://localhost"),
        ("BOT_QUIET_HOURS", "at night"),
        ("BOT_CHAT_LIMIT", "many"),
        ("BOT_LOG", "loud"),
        ("BOT_SECRET_KEY", "0123456789abcdef0123456789abcdef,short"),
        ("BOT_ZALO_RATE", "often"),
        ("BOT_ZALO_OA_ID", "my-account"),
        ("BOT_ZALO_APP_ID", "my-app"),
        ("BOT_ZALO_CODE_VERIFIER", "tooshort"),
        ("BOT_ZALO_SITE_PROOF", "<html>no code</html>"),
    ],
)
def test_each_mistake_is_one_line_with_the_name_and_without_the_value(
    name: str, given: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({name: given})

    (line,) = caught.value.lines
    assert line.startswith(f"{name}: ")
    assert given not in line
    assert "\n" not in line


def test_all_mistakes_are_reported_together() -> None:
    assert mistakes(
        BOT_PORT="x", BOT_TELEGRAM_TOKEN="x", BOT_LOG="x", BOT_TELEGRAM_MODE="webhook"
    ) == ["BOT_PORT", "BOT_LOG", "BOT_TELEGRAM_TOKEN", "BOT_TELEGRAM_SECRET"]


def test_a_webhook_needs_a_secret() -> None:
    given = {"BOT_TELEGRAM_TOKEN": TOKEN, "BOT_TELEGRAM_MODE": "webhook"}

    assert mistakes(**given) == ["BOT_TELEGRAM_SECRET"]
    assert read_settings(given | {"BOT_TELEGRAM_SECRET": SECRET}).telegram_mode == "webhook"


def test_an_official_account_needs_its_app_and_a_refresh_token_its_account() -> None:
    whole = {"BOT_ZALO_APP_ID": "1", "BOT_ZALO_APP_SECRET": SECRET, "BOT_ZALO_OA_ID": "2"}

    assert mistakes(BOT_ZALO_OA_ID="2") == ["BOT_ZALO_APP_ID", "BOT_ZALO_APP_SECRET"]
    assert mistakes(BOT_ZALO_REFRESH_TOKEN="x") == ["BOT_ZALO_OA_ID"]
    assert read_settings(whole | {"BOT_ZALO_REFRESH_TOKEN": "x"}).zalo_oa_id == "2"
    assert read_settings({"BOT_ZALO_APP_ID": "1"}).zalo_app_id == "1"


def test_a_zalo_bot_needs_a_token_of_its_shape_and_for_a_webhook_a_secret() -> None:
    given = {"BOT_ZALO_BOT_TOKEN": "41:abc", "BOT_ZALO_BOT_MODE": "webhook"}

    assert mistakes(BOT_ZALO_BOT_TOKEN="41 abc") == ["BOT_ZALO_BOT_TOKEN"]
    assert mistakes(**given) == ["BOT_ZALO_BOT_SECRET"]
    assert mistakes(**given, BOT_ZALO_BOT_SECRET="with a space") == ["BOT_ZALO_BOT_SECRET"]
    assert read_settings(given | {"BOT_ZALO_BOT_SECRET": SECRET}).zalo_bot_mode == "webhook"


def test_another_server_may_have_tokens_of_its_own_making() -> None:
    given = {"BOT_TELEGRAM_TOKEN": "42:test"}

    assert mistakes(**given) == ["BOT_TELEGRAM_TOKEN"]
    assert read_settings(given | {"BOT_TELEGRAM_API": "http://127.0.0.1:1"}).telegram_token


def test_a_secret_may_hold_two_values_for_rotation() -> None:
    settings = read_settings({"BOT_TELEGRAM_SECRET": "the-old-secret, the-new-secret"})

    assert [one.value for one in settings.telegram_secret] == ["the-old-secret", "the-new-secret"]


def test_a_setting_may_come_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(f"{TOKEN}\n", "utf-8")

    assert read_settings({"BOT_TELEGRAM_TOKEN_FILE": str(file)}).telegram_token == Secret(TOKEN)


def test_a_file_that_cannot_be_read_is_a_mistake(tmp_path: Path) -> None:
    binary = tmp_path / "binary"
    binary.write_bytes(b"\xff\xfe\x00")

    assert mistakes(BOT_TELEGRAM_TOKEN_FILE=str(tmp_path / "none")) == ["BOT_TELEGRAM_TOKEN"]
    assert mistakes(BOT_TELEGRAM_TOKEN_FILE=str(binary)) == ["BOT_TELEGRAM_TOKEN"]


def test_a_value_and_a_file_for_one_setting_are_a_mistake(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(TOKEN, "utf-8")

    given = {"BOT_TELEGRAM_TOKEN": TOKEN, "BOT_TELEGRAM_TOKEN_FILE": str(file)}

    assert mistakes(**given) == ["BOT_TELEGRAM_TOKEN"]


def test_no_secret_shows_in_the_settings() -> None:
    settings = read_settings(
        {
            "BOT_TELEGRAM_TOKEN": TOKEN,
            "BOT_TELEGRAM_SECRET": SECRET,
            "BOT_DATABASE_URL": "postgresql://bot:p4ssw0rd@db/bot",
            "BOT_HTTP_PROXY": "http://me:p4ssw0rd@proxy:3128",
            "BOT_SECRET_KEY": "0123456789abcdef0123456789abcdef",
        }
    )

    shown = f"{settings!r} {settings} {settings.telegram_token} {settings.telegram_secret}"

    assert not any(word in shown for word in (TOKEN, SECRET, "p4ssw0rd", "0123456789abcdef"))
    assert "****" in shown


def test_a_misspelt_setting_is_pointed_out() -> None:
    (line,) = unknown_settings({"BOT_TELEGRAM_TOKN": TOKEN, "BOT_PORT": "1", "PATH": "/bin"})

    assert "BOT_TELEGRAM_TOKN" in line
    assert "BOT_TELEGRAM_TOKEN" in line
    assert TOKEN not in line


@pytest.mark.parametrize(
    ("environ", "hosts"),
    [
        ({}, set()),
        ({"BOT_PUBLIC_URL": "https://Bot.vn:8443/x"}, {"bot.vn"}),
        ({"BOT_HOST": "0.0.0.0"}, set()),
        ({"BOT_HOST": "192.168.1.5"}, {"192.168.1.5"}),
        ({"BOT_ALLOWED_HOSTS": "a.vn", "BOT_PUBLIC_URL": "https://b.vn"}, {"a.vn", "b.vn"}),
    ],
)
def test_the_hosts_we_answer_to(environ: dict[str, str], hosts: set[str]) -> None:
    assert read_settings(environ).hosts == hosts | {"localhost", "127.0.0.1", "::1"}


def test_settings_do_not_change() -> None:
    settings: Settings = read_settings({})

    with pytest.raises(AttributeError):
        settings.port = 1  # type: ignore[misc]
