"""Videos among the documents, sent in the parts that a player asks for: iPhones play none that comes only whole."""

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from treatment_pages.blocks.video import PLAYABLE

RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})", re.ASCII)
"""One range; a request for several is answered with the whole file, as is anything unreadable."""

LARGEST_PART = 2**21
"""Bytes; a player that wanted more asks again."""


def send_part(document, request: HttpRequest) -> HttpResponse | None:
    """The part of a video that was asked for; None leaves the answer to Wagtail, or to the server behind it."""
    asked = RANGE.fullmatch(request.headers.get("Range", ""))
    file_type = PLAYABLE.get(document.file_extension.lower())
    if not (asked and file_type and _is_sent_by_django(document) and _is_unchanged(document, request)):
        return None
    size = document.file.size
    first, last = _span(asked, size)
    if not 0 <= first <= last:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    with document.file.open("rb") as file:
        file.seek(first)
        part = file.read(min(last - first + 1, LARGEST_PART))
    headers = {
        "Content-Range": f"bytes {first}-{first + len(part) - 1}/{size}",
        "Accept-Ranges": "bytes",
        "ETag": f'"{document.file_hash}"',
        "Content-Security-Policy": "default-src 'none'",
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(part, status=206, content_type=file_type, headers=headers)


def _span(asked: re.Match, size: int) -> tuple[int, int]:
    """First and last byte; “-500” asks for the last 500. No valid span where the first lies behind the last."""
    first, last = asked.groups()
    if not first:
        return (max(size - int(last), 0), size - 1) if last else (0, -1)
    return int(first), min(int(last), size - 1) if last else size - 1


def _is_sent_by_django(document) -> bool:
    if hasattr(settings, "SENDFILE_BACKEND"):
        return False
    if getattr(settings, "WAGTAILDOCS_SERVE_METHOD", None) in {"redirect", "direct"}:
        return False
    try:
        return bool(document.file.path) and document.file.storage.exists(document.file.name)
    except NotImplementedError:  # the storage has addresses of its own
        return False


def _is_unchanged(document, request: HttpRequest) -> bool:
    """Whether parts that the player holds already belong to the same file."""
    return request.headers.get("If-Range") in {None, f'"{document.file_hash}"'}
