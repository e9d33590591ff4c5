"""Sixteen visitors at a time who send enquiries, try again without an answer, and remember what they were told."""

import json
import random
import threading
import time
from collections import Counter
from html import unescape
from http.client import HTTPConnection, HTTPException
from urllib.parse import parse_qs, urlencode, urlsplit

from tests.faults.site import Site
from tests.faults.waiting import PATIENCE
from tests.leads.pages import HIDDEN

VISITORS = 16
FORM = "/enquiries/consultation/"


class Clients:
    """While it is entered, visitors write; leaving it, each waits until the last enquiry is acknowledged.

    `acknowledged` is the reference by enquiry; every enquiry carries its unique name as its message. Half of the
    visitors have no JavaScript: no client key, and what they send again is what the page of a 503 holds. A visitor who
    has waited for PATIENCE gives up, and is `unanswered`.
    """

    def __init__(self, site: Site, name: str):
        self.site, self.name = site, name
        self.acknowledged: dict[str, str] = {}
        self.unanswered: list[str] = []
        self.surprises: list[str] = []
        self.answers: Counter[str] = Counter()
        self.counting = threading.Lock()
        self.is_over = threading.Event()
        self.threads = [threading.Thread(target=self.visit, args=(number,)) for number in range(VISITORS)]

    def __enter__(self):
        self.hidden = hidden_fields(self.site.get("/microneedling/"))
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *error):
        self.is_over.set()
        for thread in self.threads:
            thread.join()

    def visit(self, visitor: int) -> None:
        """Write enquiry after enquiry; an answer that no visitor could read is a surprise."""
        try:
            self.write(visitor)
        except Exception as error:
            self.surprises.append(f"visitor {visitor} met {error!r}")

    def write(self, visitor: int) -> None:
        """One enquiry at least, and others until it is over."""
        number = 0
        while number == 0 or not self.is_over.is_set():
            token = f"{self.name}-{visitor:02}-{number:04}"
            reference = self.send(token, has_script=visitor % 2 == 0)
            if reference is None:
                self.unanswered.append(token)
            else:
                self.acknowledged[token] = reference
            number += 1
            self.is_over.wait(random.uniform(0.1, 0.5))

    def send(self, token: str, *, has_script: bool) -> str | None:
        """Send until it is acknowledged, now and then once more; the reference, None when patience ends."""
        values = self.hidden | {"name": "Ada Example", "email": f"{token}@example.com", "message": token}
        values["client_key"] = token if has_script else ""
        reference, ends_at = None, time.monotonic() + PATIENCE
        while reference is None and time.monotonic() < ends_at:
            reference, values = self.attempt(values, has_script)
            if reference is None:
                time.sleep(random.uniform(0.2, 1.0))
        if reference and random.random() < 0.1:
            again, _values = self.attempt(values, has_script)
            if again not in {reference, None}:
                self.surprises.append(f"{token} was {reference}, then {again}")
        return reference

    def attempt(self, values: dict, has_script: bool) -> tuple[str | None, dict]:
        """One post: the reference if it was acknowledged, and what the visitor's button would send next."""
        try:
            status, location, text = self.post(values, has_script)
        except (OSError, HTTPException):
            self.count("none")
            return None, values
        self.count(str(status))
        if status in {201, 303}:
            return reference_in(location or json.loads(text)["location"]), values
        if status == 503 and not has_script and hidden_fields(text) != values:
            self.surprises.append(f"the page of a 503 lost something of {values['message']}")
        elif status != 503:
            self.surprises.append(f"{status} for {values['message']}")
        return None, values

    def count(self, answer: str) -> None:
        """Another answer of this kind."""
        with self.counting:
            self.answers[answer] += 1

    def post(self, values: dict, has_script: bool) -> tuple[int, str, str]:
        """Status, Location and text of the answer."""
        connection = HTTPConnection("127.0.0.1", self.site.port, timeout=30)
        headers = {
            "Accept": "application/json" if has_script else "text/html",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        try:
            connection.request("POST", FORM, urlencode(values), headers)
            response = connection.getresponse()
            return response.status, response.getheader("Location", ""), response.read().decode()
        finally:
            connection.close()


def hidden_fields(html: str) -> dict[str, str]:
    """The hidden fields of a page with one form."""
    return {name: unescape(value) for name, value in HIDDEN.findall(html)}


def reference_in(location: str) -> str:
    """The reference in the address of the thank-you page."""
    return parse_qs(urlsplit(location).query)["ref"][0].partition(":")[0]
