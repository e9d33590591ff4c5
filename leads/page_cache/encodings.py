"""Which compression a browser takes, and the compressed bytes, which are the same at every making."""

import gzip
from functools import lru_cache

import brotli

IDENTITY, GZIP, BROTLI = "identity", "gzip", "br"
ENCODINGS = (BROTLI, GZIP, IDENTITY)
"""All variants of a page, the one that is preferred first."""

SMALLEST = 200
"""Bytes; what is shorter does not get smaller."""

LONGEST_HEADER = 500
"""Characters of an Accept-Encoding header from which nobody reads it."""

GZIP_LEVEL, BROTLI_LEVEL = 6, 5
"""Each is made once for a page and its generation, in a few milliseconds."""

COMPRESSIBLE = (
    "text/",
    "application/json",
    "application/xml",
    "application/atom+xml",
    "application/rss+xml",
    "image/svg",
)


@lru_cache(maxsize=512)
def best_encoding(header: str) -> str:
    """The variant for an Accept-Encoding header (RFC 9110, 12.5.3); uncompressed for none and for nonsense."""
    if not header or len(header) > LONGEST_HEADER:
        return IDENTITY
    weights = dict(_weighed(part) for part in header.lower().split(","))
    others = weights.get("*", 0.0)
    best = max((BROTLI, GZIP), key=lambda name: weights.get(name, others))
    return best if weights.get(best, others) > 0 else IDENTITY


def _weighed(part: str) -> tuple[str, float]:
    name, _semicolon, parameter = part.partition(";")
    if not parameter.strip():
        return name.strip(), 1.0
    key, _equals, value = parameter.partition("=")
    try:
        return name.strip(), float(value) if key.strip() == "q" else 0.0
    except ValueError:
        return name.strip(), 0.0


def is_compressible(content_type: str, body: bytes) -> bool:
    """Whether compressing is worth it."""
    return len(body) >= SMALLEST and content_type.startswith(COMPRESSIBLE)


def compress(body: bytes, encoding: str) -> bytes:
    """The body in one encoding; without a time or random bytes in it, since public pages hold no secret (BREACH)."""
    if encoding == BROTLI:
        return brotli.compress(body, mode=brotli.MODE_TEXT, quality=BROTLI_LEVEL)
    if encoding == GZIP:
        return gzip.compress(body, compresslevel=GZIP_LEVEL, mtime=0)
    return body
