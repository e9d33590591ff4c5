"""Django's Redis cache, made a help that is never a condition: while the server is away, nothing lies in it.

Wagtail asks the cache for the addresses of sites while it shows a page; with Django's own backend every page would fail
together with the server. Name it in CACHES: `"BACKEND": "leads.page_cache.redis_cache.ForgivingRedisCache"`.
"""

from functools import cached_property
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.redis import RedisCache, RedisCacheClient

from leads.page_cache import store


class LastingClient(RedisCacheClient):
    """Keeps the client of each server; Django makes one anew for each question, which takes longer than the answer."""

    def __init__(self, servers, **options):
        super().__init__(servers, **options)
        self.clients: dict[int, Any] = {}

    def get_client(self, key=None, *, write=False):
        index = self._get_connection_pool_index(write)
        if index not in self.clients:
            pool = self._pool_class.from_url(self._servers[index], **self._pool_options)
            self.clients[index] = self._client(connection_pool=pool)
        return self.clients[index]


class ForgivingRedisCache(RedisCache):
    """Answers as an empty cache that keeps nothing while its server is away, and leaves it alone for a while."""

    def __init__(self, server, params):
        super().__init__(server, params)
        self.made_of = server, params
        self._class = LastingClient

    @cached_property
    def strict(self) -> RedisCache:
        """The same cache for those who have to know whether it did what they asked."""
        strict = RedisCache(self.made_of[0], self.made_of[1].copy())
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
