"""The `dev` file as a module, so that tests can call its functions."""

import importlib.util
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[2]


def load(path: Path = ROOT / "dev") -> ModuleType:
    """A fresh copy of `dev` whose root is the folder it lies in."""
    loader = SourceFileLoader("dev", str(path))
    spec = importlib.util.spec_from_loader("dev", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module
