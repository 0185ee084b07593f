"""
Every sentence in every language, ready to be said.

Sentences are written in Fluent and looked up by `message` or `message.attribute`. What can be done
while loading is done then: a sentence without variables is formatted once, one with plain
`{ $variable }` places becomes a template that costs well under a microsecond, and only what is
richer (selectors, functions) goes through Fluent each time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentType, fluent_number

from content.sentences import Language

Args = Mapping[str, str]

_NO_ARGS: Args = MappingProxyType({})


class Unsayable(Exception):
    """A sentence was asked for without something it needs: the caller and the book disagree."""


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A sentence that Fluent puts together each time, because its words depend on the values."""

    key: str
    bundle: FluentBundle

    def __call__(self, args: Args) -> str:
        message, _, attribute = self.key.partition(".")
        entry = self.bundle.get_message(message)
        pattern = entry.attributes[attribute] if attribute else entry.value
        values = {name: _as_number(value) for name, value in args.items()}
        said, problems = self.bundle.format_pattern(
            pattern,  # type: ignore[arg-type]  # a message that is a key has a value
            values,
        )
        if problems:
            raise Unsayable(f"{self.key}: {problems[0]}")
        return str(said)


def _as_number(value: str) -> str | FluentType:
    """Digits choose a plural as a number would, and are printed as they were given."""
    if value.isascii() and value.isdigit() and str(int(value)) == value:
        return fluent_number(int(value), useGrouping=False)
    return value


_Sentence = str | Callable[[Args], str]


class Wording:
    """The sentences of a book; the first language stands in where another lacks one."""

    def __init__(self, languages: Mapping[str, Language]) -> None:
        """`languages` starts with the complete one."""
        self._languages = languages
        self._first = next(iter(languages))
        own = {name: _ready(name, language) for name, language in languages.items()}
        self._said = {name: {**own[self._first], **said} for name, said in own.items()}
        self._complete = own[self._first]

    def say(self, language: str, key: str, args: Args = _NO_ARGS) -> str:
        """The sentence with its variables filled in; a `KeyError` if no language has it."""
        sentence = self._said.get(language, self._complete)[key]
        if isinstance(sentence, str):
            return sentence
        try:
            return sentence(args)
        except KeyError as missing:
            raise Unsayable(f"{key}: no value for ${missing.args[0]}") from None

    def has(self, language: str, key: str) -> bool:
        """Whether `say` has something to say."""
        return key in self._said.get(language, self._complete)

    def keys(self, language: str = "") -> tuple[str, ...]:
        """What a language itself can say, the first one unless named."""
        return self._languages[language or self._first].sayable

    def by_file(self, language: str) -> Mapping[str, tuple[str, ...]]:
        """The keys that each file of a language holds, in the order they are written."""
        files: dict[str, list[str]] = {}
        spoken = self._languages[language]
        for key in spoken.sayable:
            files.setdefault(spoken.areas[key], []).append(key)
        return {file: tuple(keys) for file, keys in files.items()}

    def variables(self, language: str, key: str) -> frozenset[str]:
        """The names that `say` must be given values for."""
        return self._languages[language].variables(key)

    def written(self, language: str, key: str) -> str:
        """The sentence as its file has it."""
        return self._languages[language].written(key)


def _ready(name: str, language: Language) -> dict[str, _Sentence]:
    """The sentences of a language, each as far done as it can be before it is said."""
    bundle = FluentBundle([name], use_isolating=False)
    for resource in language.files.values():
        bundle.add_resource(resource)
    ready: dict[str, _Sentence] = {}
    for key in language.sayable:
        sentence = (
            _Chosen(key, bundle) if language.is_rich(key) else language.template(key).format_map
        )
        ready[key] = sentence if language.variables(key) else sentence(_NO_ARGS)
    return ready
