"""Stands in for what few requests need until one of them does; a web process starts and shows pages without it.

It is named by a dotted path, which `manage.py check` follows.
"""

from collections.abc import Callable
from pkgutil import resolve_name

STAND_INS: list[Callable] = []
"""What loads each thing that something stands in for."""


class Later:
    """A function, class or module, loaded when it is first called or something of it is asked for."""

    def __init__(self, path: str):
        self._path = path
        STAND_INS.append(self._load)

    def __call__(self, *args, **kwargs):
        return self._load()(*args, **kwargs)

    def __getattr__(self, name: str):
        if name.startswith("_"):  # Python and Django look for marks of theirs, such as `__wrapped__`
            raise AttributeError(name)
        return getattr(self._load(), name)

    def _load(self):
        return resolve_name(self._path)


def view(path: str, **options) -> Callable:
    """A view that its first request loads: a function, or a class that is made one with `options`."""
    made: list[Callable] = []

    def make() -> Callable:
        if not made:
            found = resolve_name(path)
            made.append(found.as_view(**options) if isinstance(found, type) else found)
        return made[0]

    def shown(request, *args, **kwargs):
        return make()(request, *args, **kwargs)

    STAND_INS.append(make)
    return shown
