"""Bytes to characters, whatever program wrote them."""

import codecs
import re

from django.utils.translation import gettext as _

from treatment_pages.importing.limits import ImportRefusedError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.I)
ODD = re.compile(r"[\x00-\x08\x0e-\x1f]")
MOST_ODD = 0.01
"""Share of control characters above which a file is no text."""


def decode(data: bytes) -> str:
    """The text of a file: by its mark, as UTF-8, by what HTML declares, or as Windows-1252, which reads anything.

    ImportRefusedError when it is no text at all.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _text_or_refusal(_strictly(data, encoding))
    if encoding := _wide_encoding(data):
        return _text_or_refusal(_strictly(data, encoding))
    text = _strictly(data, "utf-8")
    if text is None:
        declared = DECLARED.search(data[:2048])
        text = _strictly(data, declared[1].decode("ascii", "ignore")) if declared else None
    return _text_or_refusal(data.decode("cp1252", "replace") if text is None else text)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of European text is zero."""
    sample = data[:2000]
    if len(sample) < 4:
        return None
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    if odd > len(sample) * 0.3 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > len(sample) * 0.3 and not odd else None


def _text_or_refusal(text: str | None) -> str:
    if text is None:
        raise ImportRefusedError(_("The file's characters cannot be read. Save it as UTF-8."))
    if len(ODD.findall(text)) > max(len(text) * MOST_ODD, 8):
        raise ImportRefusedError(_("The file holds no text. Is it what its name says?"))
    return text
