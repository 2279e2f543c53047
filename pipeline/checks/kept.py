"""Properties that are found out once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class kept(Generic[T]):  # noqa: N801 - it is written like ``property``
    """A property that is found out when first asked for, and kept in the object.

    ``functools.cached_property`` without its lock, which takes longer than what most
    properties of a number or a line do themselves. The object has no slots.
    """

    def __init__(self, find: Callable[[Any], T]) -> None:
        self.find = find
        self.name = find.__name__
        self.__doc__ = find.__doc__

    def __get__(self, holder: object, owner: type | None = None) -> T:
        found = holder.__dict__[self.name] = self.find(holder)
        return found
