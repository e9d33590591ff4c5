"""The reception of what visitors post: whatever arrives is answered, and nothing that was typed is lost."""

import logging
from collections.abc import Callable
from functools import wraps
from traceback import format_tb

from django.core.exceptions import (
    BadRequest,
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.template.loader import render_to_string
from django.views.decorators.debug import sensitive_post_parameters

from leads import conf

NO_STORE = "no-store"
logger = logging.getLogger(__name__)

TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
UNREADABLE = (BadRequest, MultiPartParserError, UnreadablePostError, LookupError, UnicodeError)
"""The last two come from a multipart body in a charset that is no charset for text."""

UNAVAILABLE = (OperationalError, InterfaceError)
ANSWERS = (Http404, PermissionDenied, SuspiciousOperation)
"""What a view raises on purpose, and Django answers."""


class PostError(Exception):
    """A post that cannot be read as a form: `status` is 413 where it is too much, 400 where it is broken."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def read_post(request: HttpRequest) -> QueryDict:
    """What was posted; PostError when it cannot be read."""
    try:
        return request.POST
    except TOO_MUCH as error:
        raise PostError(413) from error
    except UNREADABLE as error:
        raise PostError(400) from error


def or_hand_back(hand_back: Callable[[HttpRequest], HttpResponse]):
    """Decorate a view: what is not taken is answered by `hand_back`, which asks nothing of the database."""

    def decorate(view):
        @wraps(view)
        @sensitive_post_parameters()  # Django mails its administrators a report of every 5xx, with all that was posted
        def guarded(request, *args, **kwargs):
            try:
                return view(request, *args, **kwargs)
            except ANSWERS:
                raise
            except UNAVAILABLE:
                logger.exception("The database did not take what a visitor sent; they were asked to try again")
            except DatabaseError as error:  # its text may quote the visitor's row, so it is not logged
                logger.error(
                    "The database refused what a visitor sent (%s), who was asked to send it again", kind(error)
                )
            except Exception as error:  # a mistake of ours; Django's report of it would quote all that was posted
                where = "".join(format_tb(error.__traceback__))
                logger.error("What a visitor sent met %s; they were asked to send it again\n%s", kind(error), where)
            return hand_back(request)

        return guarded

    return decorate


def unavailable(request: HttpRequest, heading: str, *, status: int = 503, phone: str = "") -> HttpResponse:
    """Everything the visitor sent, behind one button that sends it again; asks nothing of the database.

    Without a phone number it gives the one for when the database cannot be asked.
    """
    posted = [(name, value) for name, values in request.POST.lists() for value in values]
    context = {"heading": heading, "posted": posted, "phone": phone or conf.get("FALLBACK_PHONE")}
    return unstored(HttpResponse(render_to_string("leads/unavailable.html", context), status=status))


def kind(error: Exception) -> str:
    """The name of the error, as exact as the database driver says it; never its text, which may quote the visitor."""
    return type(error.__cause__ or error).__name__


def see_other(location: str) -> HttpResponse:
    """A redirect after a post, so that reloading the next page sends nothing again."""
    response = HttpResponseRedirect(location)
    response.status_code = 303
    return unstored(response)


def unstored(response: HttpResponse) -> HttpResponse:
    """`response`, kept by no cache."""
    response["Cache-Control"] = NO_STORE
    return response
