"""The forms that are compared: how a visitor reads one and sends it, and what must be stored then."""

import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import Protocol

from tests.bench.databases import Database
from tests.bench.load import Answer, request
from tests.bench.sites import Site
from tests.faults.mail_server import MailServer

HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')
COOKIE = re.compile(r"csrftoken=[^;]+")
PHONES = [f"{prefix} {number:03}" for prefix in ("07700 900", "020 7946 0") for number in range(1_000)]


class OurSite(Site):
    """This project with a treatment page and an enquiry form."""

    settings, content, wsgi = "tests.bench.our_settings", "tests.bench.our_content", "cms.wsgi"
    page = "/microneedling/"


class PlainSite(Site):
    """What `wagtail start` makes, with two pages of `wagtail.contrib.forms`."""

    settings, content, wsgi = "tests.bench.plain_settings", "tests.bench.plain_content", "plain.wsgi"
    page = "/stored/"

    def __init__(self, folder: Path, database: Database, mail_server: MailServer):
        super().__init__(folder, database, SMTP_PORT=str(mail_server.port))
        wagtail = str(Path(sys.executable).parent / "wagtail")
        subprocess.run([wagtail, "start", "plain", str(folder)], check=True, stdout=subprocess.DEVNULL)

    def prepare(self) -> None:
        """The migrations of our two kinds of pages are made in the project's folder, as its developers would."""
        self.run("django", "makemigrations", "plain_form", "plain_article", "--verbosity", "0")
        super().prepare()


class Contestant(Protocol):
    """A form on a site."""

    name: str
    site: Site

    def read(self, number: int) -> Answer:
        """A visitor opens the page."""

    def send(self, number: int, page: Answer) -> Answer:
        """The same visitor sends the form of that page."""

    def see_next(self, answer: Answer) -> Answer | None:
        """What the visitor's browser asks for then by itself; None where the answer was a page already."""

    def check(self, enquiries: int) -> None:
        """Fail unless exactly so many enquiries are stored with all that belongs to them."""

    def clear(self) -> None:
        """Forget what was sent, so that each round begins with the same tables."""


class OurForm:
    """Stores enquiry, consents, lead, timeline and two messages, which the job loop sends later."""

    name = "ours"
    tables = ["delivery", "consentrecord", "activity", "enquiry", "lead"]

    def __init__(self, site: OurSite):
        self.site = site

    def read(self, number: int) -> Answer:
        return expect(request(self.site.port, self.site.page), 200)

    def send(self, number: int, page: Answer) -> Answer:
        form = page.text.partition("data-leads-form")[2].partition("</form>")[0]
        hidden = {name: unescape(value) for name, value in HIDDEN.findall(form)}
        values = {**hidden, **said(number), "preferred_contact": "any", "treatment": "Microneedling", "consent-1": "on"}
        address = f"http://127.0.0.1:{self.site.port}{self.site.page}"
        return expect(request(self.site.port, "/enquiries/consultation/", values, Referer=address), 303)

    def see_next(self, answer: Answer) -> Answer | None:
        page = request(self.site.port, answer.headers["Location"])
        assert "E-" in page.text
        return expect(page, 200)

    def check(self, enquiries: int) -> None:
        stored = {table: self.site.database.rows(f"SELECT count(*) FROM leads_{table}")[0][0] for table in self.tables}
        of_each = {"delivery": 2, "consentrecord": 2, "activity": 1, "enquiry": 1, "lead": 1}
        assert stored == {table: count * enquiries for table, count in of_each.items()}, stored
        assert self.site.database.rows("SELECT count(DISTINCT lead_id) FROM leads_enquiry")[0][0] == enquiries

    def clear(self) -> None:
        self.site.database.empty(*(f"leads_{table}" for table in self.tables))


class PlainForm:
    """Stores one row; `page` decides whether it also sends a mail before it answers."""

    def __init__(self, name: str, site: PlainSite, page: str, mail_server: MailServer):
        self.name, self.site, self.page, self.mail_server = name, site, page, mail_server

    def read(self, number: int) -> Answer:
        return expect(request(self.site.port, self.page), 200)

    def send(self, number: int, page: Answer) -> Answer:
        hidden = dict(HIDDEN.findall(page.text))
        words = said(number)
        values = {
            **hidden,
            "your_name": words["name"],
            "email": words["email"],
            "phone": words["phone"],
            "your_message": words["message"],
            "you_may_use_my_data_to_answer_my_enquiry": "on",
        }
        cookie = COOKIE.search(page.headers["Set-Cookie"])[0]
        address = f"http://127.0.0.1:{self.site.port}{self.page}"
        answer = request(self.site.port, self.page, values, Referer=address, Cookie=cookie)
        assert "Thank you" in answer.text, answer.text
        return expect(answer, 200)

    def see_next(self, answer: Answer) -> Answer | None:
        return None

    def check(self, enquiries: int) -> None:
        assert self.site.database.rows("SELECT count(*) FROM wagtailforms_formsubmission")[0][0] == enquiries
        assert self.mail_server.taken.total() == (enquiries if self.page == "/mailed/" else 0)

    def clear(self) -> None:
        self.site.database.empty("wagtailforms_formsubmission")
        self.mail_server.taken.clear()


def said(number: int) -> dict[str, str]:
    """What the visitor of that number types; each is somebody else."""
    return {
        "name": f"Ada Example {number}",
        "email": f"ada{number}@example.com",
        "phone": PHONES[number],
        "message": "I have read your page and wonder whether it would help with the scars on my cheeks.",
    }


def expect(answer: Answer, status: int) -> Answer:
    """`answer`, which must have that status."""
    assert answer.status == status, f"{answer.status}: {answer.text[:500]}"
    return answer
