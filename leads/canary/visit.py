"""Reads the page of a form and sends the form, over the network and through everything that stands before the site."""

from html.parser import HTMLParser
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin
from urllib.request import Request, urlopen

from django.utils.translation import gettext as _

from leads.canary.plan import is_web_address

TIMEOUT = 10
"""Seconds that the site may take for each answer."""

LONGEST_PAGE = 2_000_000
"""Bytes of a page that are read."""

CHOICES = {"radio", "checkbox"}
WORDS = {"date": "2026-01-31", "tel": "020 7946 0000", "decimal": "1"}
"""What is entered into a required field by its type or input mode; “Canary” into others."""


class VisitError(Exception):
    """A step that did not succeed; its text is a sentence of ours."""


class FormReader(HTMLParser):
    """The first enquiry form of a page: where it is sent to, and its fields in order."""

    def __init__(self) -> None:
        super().__init__()
        self.action: str | None = None
        self.fields: list[dict[str, str]] = []
        self.is_inside = False

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        if tag == "form" and "data-leads-form" in attributes and self.action is None:
            self.action, self.is_inside = attributes.get("action", ""), True
        elif self.is_inside and tag in {"input", "textarea"} and attributes.get("name"):
            self.fields.append({"type": tag, **attributes})

    def handle_endtag(self, tag):
        if tag == "form":
            self.is_inside = False


def read_form(url: str) -> FormReader:
    """The form that the page shows."""
    reader = FormReader()
    reader.feed(ask(url, accept="text/html", expected=200))
    if reader.action is None:
        raise VisitError(_("The page shows no enquiry form."))
    return reader


def send_form(url: str, form: FormReader, values: dict[str, str]) -> None:
    """Send it as the form's script does; returns when the site has acknowledged it."""
    target = urljoin(url, form.action)
    body = urlencode(fill_in(form.fields, values)).encode()
    ask(target, body, accept="application/json", expected=201)


def fill_in(fields: list[dict[str, str]], values: dict[str, str]) -> list[tuple[str, str]]:
    """Names with values: those that were given, what the page holds, and something wherever an answer is required."""
    filled: list[tuple[str, str]] = []
    for field in fields:
        name = field["name"]
        if field["type"] in CHOICES:
            is_first = all(known != name for known, _value in filled)
            if "checked" in field or ("data-required" in field and is_first):
                filled.append((name, field.get("value", "on")))
        else:
            filled.append((name, values.get(name) or field.get("value") or required_words(field, values)))
    return filled


def required_words(field: dict[str, str], values: dict[str, str]) -> str:
    """An answer to a field that needs one."""
    if "data-required" not in field:
        return ""
    if field["type"] == "email":
        return values["email"]
    return WORDS.get(field["type"]) or WORDS.get(field.get("inputmode", "")) or "Canary"


def ask(url: str, body: bytes | None = None, *, accept: str, expected: int) -> str:
    """The text at an address of the web, or the answer to a post; VisitError for another status than expected."""
    if not is_web_address(url):
        raise VisitError(_("The form is sent to no address of the web."))
    request = Request(url, body, headers={"Accept": accept, "User-Agent": "Leads canary"})  # noqa: S310
    try:
        with urlopen(request, timeout=TIMEOUT) as response:  # noqa: S310
            status, text = response.status, response.read(LONGEST_PAGE).decode(errors="replace")
    except HTTPError as error:
        status, text = error.code, ""
        error.close()
    except (OSError, HTTPException, ValueError) as error:
        raise VisitError(_("The site did not answer (%(error)s).") % {"error": type(error).__name__}) from error
    if status != expected:
        raise VisitError(_("The site answered %(status)d.") % {"status": status})
    return text
