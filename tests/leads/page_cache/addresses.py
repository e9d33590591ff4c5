"""Asks the WSGI application itself, with headers as a hostile client may send them."""

import io

from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_started
from django.db import close_old_connections

from leads.wsgi import refuse_unreadable


def asked_for(path: str, *, into: io.BytesIO | None = None, **environ: str) -> int:
    """The status of a GET; its body is written `into`."""
    statuses: list[int] = []
    application = refuse_unreadable(WSGIHandler())
    sent = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "SCRIPT_NAME": "",
        "QUERY_STRING": "",
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "HTTP_HOST": "testserver",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        **environ,
    }
    request_started.disconnect(close_old_connections)  # the test's own connection stays open
    try:
        response = application(sent, lambda status, headers: statuses.append(int(status.split()[0])))
        body = b"".join(response)
    finally:
        request_started.connect(close_old_connections)
    if into is not None:
        into.write(body)
    return statuses[0]
