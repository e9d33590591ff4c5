"""Answers with kept pages in front of Django; `leads.wsgi.kept_pages_first` puts it there.

`PublicPageMiddleware` does the same, once Django has made a request of what came in, which takes longer than the
answer. Whatever is not certain here is left to it.
"""

from collections.abc import Callable, Iterable

from django.core.handlers.wsgi import WSGIRequest, get_path_info, get_script_name

from leads.page_cache import store
from leads.page_cache.entries import Entry
from leads.page_cache.visits import Visit, is_visit, own_files

STATUS_LINES = {200: "200 OK", 304: "304 Not Modified"}


class Glance(WSGIRequest):
    """As much of Django's request as it takes to find a page; `environ` stays as it is."""

    def __init__(self, environ: dict) -> None:
        self.environ = self.META = environ
        self.method = environ["REQUEST_METHOD"].upper()
        self.path_info = get_path_info(environ) or "/"
        self.path = f"{get_script_name(environ).rstrip('/')}/{self.path_info.replace('/', '', 1)}"


class KeptPages:
    """A WSGI application before that of Django.

    It asks only a cache that processes share. Where the generation must be read from the database, or the cache fails,
    Django has the request, which also looks after the connections to the database.
    """

    def __init__(self, application: Callable) -> None:
        self.application = application
        self.files = own_files()

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        request = Glance(environ)
        entry = self.kept(request)
        if entry is None:
            return self.application(environ, start_response)
        status, headers, body = entry.answer(request)
        start_response(STATUS_LINES[status], list(headers))
        return [body]

    def kept(self, request: Glance) -> Entry | None:
        """The page as it is now; None for whatever Django has to see."""
        cache = store.page_cache()
        if cache is None or not store.is_shared(cache) or not is_visit(request, self.files):
            return None
        visit = Visit.of(request, cache)
        if visit.key is None:
            return None
        try:
            with store.answering():
                return visit.found if visit.glance() else None
        except store.CacheFailedError:
            return None
