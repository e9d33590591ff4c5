"""Django's Redis cache, made a help that is never a condition: while the server is away, nothing lies in it.

Wagtail asks the cache for the addresses of sites while it shows a page; with Django's own backend every page would fail
together with the server. Name it in CACHES: `"BACKEND": "leads.page_cache.redis_cache.ForgivingRedisCache"`.
"""

import pickle
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.redis import RedisCache, RedisCacheClient, RedisSerializer
from redis import ConnectionError as LineBrokenError
from redis.connection import ConnectionInterface

from leads.page_cache import store
from leads.page_cache.redis_lines import Line

PICKLE = b"\x80"
"""How a pickle begins, and no number."""


class Serializer(RedisSerializer):
    """Django's own, but for trying whether a whole page is a number."""

    def loads(self, data: bytes) -> Any:
        if data.startswith(PICKLE):
            return pickle.loads(data)  # noqa: S301 what this site stored, as Django itself reads it
        return super().loads(data)


class LastingClient(RedisCacheClient):
    """Keeps the client of each server, and the connection on which a thread reads.

    Django makes a client anew for each question, which takes longer than the answer.
    """

    def __init__(self, servers, serializer=Serializer, **options):
        super().__init__(servers, serializer=serializer, **options)
        self.clients: dict[int, Any] = {}
        self.line = Line(self.make_connection)

    def make_connection(self) -> ConnectionInterface:
        """A connection to a server that may be read from; nobody else uses it."""
        pool = self.get_client().connection_pool
        return pool.connection_class(**pool.connection_kwargs)

    def get_many(self, keys: Iterable[str]) -> dict[str, Any]:
        """All of them in one question; on another connection where the server has closed this one meanwhile."""
        keys = list(keys)
        try:
            values = self.line.ask("MGET", *keys)
        except LineBrokenError:
            return super().get_many(keys)
        return {
            key: self._serializer.loads(value) for key, value in zip(keys, values, strict=True) if value is not None
        }

    def get_client(self, key=None, *, write=False):
        index = self._get_connection_pool_index(write)
        if index not in self.clients:
            pool = self._pool_class.from_url(self._servers[index], **self._pool_options)
            self.clients[index] = self._client(connection_pool=pool)
        return self.clients[index]


class StrictRedisCache(RedisCache):
    """Django's own, but for warning of keys that only Memcached could not take."""

    def validate_key(self, key):
        pass


class ForgivingRedisCache(RedisCache):
    """Answers as an empty cache that keeps nothing while its server is away, and leaves it alone for a while."""

    def __init__(self, server, params):
        super().__init__(server, params)
        self.made_of = server, params
        self._class = LastingClient

    @cached_property
    def strict(self) -> RedisCache:
        """The same cache for those who have to know whether it did what they asked."""
        strict = StrictRedisCache(self.made_of[0], self.made_of[1].copy())
        strict._cache = self._cache
        return strict

    def ask(self, fallback: Any, method: str, *arguments: Any) -> Any:
        """What the server says, or `fallback`."""
        try:
            with store.answering():
                return getattr(self.strict, method)(*arguments)
        except store.CacheFailedError:
            return fallback

    def add(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        return self.ask(True, "add", key, value, timeout, version)

    def get(self, key, default=None, version=None):
        return self.get_many([key], version).get(key, default)

    def set(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        return self.ask(None, "set", key, value, timeout, version)

    def touch(self, key, timeout=DEFAULT_TIMEOUT, version=None):
        return self.ask(False, "touch", key, timeout, version)

    def delete(self, key, version=None):
        return self.ask(False, "delete", key, version)

    def get_many(self, keys, version=None):
        try:
            with store.answering():
                return store.read(self.strict, *keys, version=version)
        except store.CacheFailedError:
            return {}

    def has_key(self, key, version=None):
        return self.ask(False, "has_key", key, version)

    def set_many(self, data, timeout=DEFAULT_TIMEOUT, version=None):
        return self.ask(list(data), "set_many", data, timeout, version)

    def delete_many(self, keys, version=None):
        return self.ask(None, "delete_many", keys, version)

    def clear(self):
        return self.ask(False, "clear")
