"""What stands before Django in the project's wsgi.py:

`application = refuse_unreadable(kept_pages_first(get_wsgi_application()))`
"""

from collections.abc import Callable, Iterable

from django.core.exceptions import SuspiciousOperation
from django.core.handlers.wsgi import WSGIRequest

MESSAGE = b"This request cannot be read. Send it as UTF-8, with fewer fields.\n"


def refuse_unreadable(application: Callable) -> Callable:
    """Answer 400 to a request whose address cannot be read in its charset, such as `hex` or `idna`.

    Django reads the address before any middleware or view runs, so it would be a bare server error.
    """

    def guarded(environ: dict, start_response: Callable) -> Iterable[bytes]:
        if is_readable(environ):
            return application(environ, start_response)
        headers = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(MESSAGE)))]
        start_response("400 Bad Request", headers)
        return [MESSAGE]

    return guarded


def kept_pages_first(application: Callable) -> Callable:
    """Answer with kept pages before Django makes a request of what came in; see `leads.page_cache.front`."""
    from leads.page_cache.front import KeptPages  # which needs the models that `application` has loaded

    return KeptPages(application)


def is_readable(environ: dict) -> bool:
    """Whether Django can make a request of it; reads nothing of the body, and leaves `environ` as it is.

    Only a content type with parameters can be one that it stumbles over.
    """
    if ";" not in environ.get("CONTENT_TYPE", ""):
        return True
    try:
        WSGIRequest(dict(environ))
    except (LookupError, ValueError, SuspiciousOperation):
        return False
    return True
