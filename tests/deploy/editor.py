"""An editor at the admin of a running site: opens forms, changes fields, sends them as a browser does."""

from collections.abc import Iterator
from urllib.parse import urlencode

import requests
from bs4 import BeautifulSoup, Tag

UNSENT = {"submit", "button", "image", "file", "reset"}


class Editor:
    """Signed in with the right to everything; `keys` are those of the records, by name."""

    def __init__(self, site: str, keys: dict[str, int]):
        self.site, self.keys = site, keys
        self.session = requests.Session()
        self.change("login/", username="editor", password="password")

    def key(self, record: str) -> int:
        """For an address."""
        return self.keys[record]

    def publish(self, record: str, **fields: str) -> None:
        """Change a page and publish it."""
        path = f"pages/{self.key(record)}/edit/"
        self.change(path, **fields, **{"action-publish": "action-publish"})

    def edit_snippet(self, model: str, record: str, **fields: str) -> None:
        """Change a snippet, named as in its address."""
        self.change(f"snippets/{model}/edit/{self.key(record)}/", **fields)

    def change(self, path: str, **fields: str) -> None:
        """Open the form at an address of the admin, send it with other values, and see it accepted."""
        address = f"{self.site}/admin/{path}"
        form = main_form(html_of(self.session.get(address)))
        sent = {**dict(values_of(form)), **fields}
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        answer = self.session.post(address, urlencode(sent), headers=headers, allow_redirects=False)
        told = [" ".join(error.get_text().split()) for error in errors_in(html_of(answer))]
        assert is_accepted(answer), (address, told)


def html_of(answer: requests.Response) -> str:
    """What the browser shows; dialogs come as JSON."""
    is_json = answer.headers.get("Content-Type", "").startswith("application/json")
    return answer.json().get("html", "") if is_json else answer.text


def is_accepted(answer: requests.Response) -> bool:
    """Whether the browser is sent on, or a dialog closes."""
    return answer.status_code == 302 or (answer.ok and not html_of(answer))


def main_form(html: str) -> Tag:
    """The form with most fields; others are for searching and signing out."""
    forms = BeautifulSoup(html, "html.parser").select("form[method=POST i]")
    return max(forms, key=lambda form: len(form.select("input, textarea, select")))


def values_of(form: Tag) -> Iterator[tuple[str, str]]:
    """What the browser would send of a form that nobody touched; of several values for a name the last."""
    for field in form.select("input[name], textarea[name], select[name]"):
        name = field["name"]
        if field.name == "textarea":
            yield name, field.get_text().removeprefix("\n")
        elif field.name == "select":
            chosen = field.select("option[selected]") or field.select("option")[: not field.has_attr("multiple")]
            yield from ((name, option.get("value", "")) for option in chosen)
        elif field.get("type") in {"checkbox", "radio"}:
            if field.has_attr("checked"):
                yield name, field.get("value", "on")
        elif field.get("type") not in UNSENT and "__prefix__" not in name:
            yield name, field.get("value", "")


def errors_in(html: str) -> list[Tag]:
    """What the form says about fields that it did not take."""
    return BeautifulSoup(html, "html.parser").select(".error-message, .messages .error, .help-critical")
