"""What an enquiry costs here and on a page of `wagtail.contrib.forms`: `python -m tests.bench.enquiry_post --help`."""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from pathlib import Path
from statistics import median

from tests.bench.contestants import Contestant, OurForm, OurSite, PlainForm, PlainSite
from tests.bench.databases import databases, kinds
from tests.bench.figures import Figure, Goal
from tests.bench.measure import Spent, run_round
from tests.bench.report import table
from tests.bench.results import Part, add_result_options, finish
from tests.faults.mail_server import MailServer

OURS, MAILED, STORED = "ours", "plain, with mail", "plain, no mail"
WARM_UP = 48
"""Unmeasured enquiries before the first round, so that every thread has imported and compiled what it needs."""

QUESTIONS = {
    "POST": ("send",),
    "POST and the page after it": ("send", "see next"),
    "GET of the page with the form": ("read",),
}


def main() -> None:
    """Measure, print, and write down."""
    options = read_options()
    spent: list[Spent] = []
    for kind in options.databases:
        with contestants(kind) as forms:
            spent += compare(forms, options.rounds, options.enquiries, options.concurrency)
    facts = {name: getattr(options, name) for name in ("rounds", "enquiries", "concurrency")}
    command = "make bench-post" + "".join(f" BENCH_{name.upper()}={value}" for name, value in facts.items())
    measured = [asdict(one) for one in spent]
    text = result(spent, options.enquiries)
    finish(Part("enquiry post", text, list(figures(spent, options.enquiries)), facts, measured), options, command)


def read_options() -> argparse.Namespace:
    """The command line, whose defaults come from `make bench`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--enquiries", type=int, default=600, help="a round and form")
    parser.add_argument("--concurrency", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--databases", nargs="+", choices=kinds(), default=kinds())
    add_result_options(parser)
    return parser.parse_args()


@contextmanager
def contestants(kind: str) -> Iterator[list[Contestant]]:
    """Both sites, running on a kind of database."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        mail_server = MailServer()
        mail_server.start()
        stack.callback(mail_server.stop)
        by_name = stack.enter_context(databases(kind, folder / "databases", ["ours", "plain"]))
        ours = OurSite(folder / "ours", by_name["ours"])
        plain = PlainSite(folder / "plain", by_name["plain"], mail_server)
        for site in (ours, plain):
            site.prepare()
            site.start(site.page)
            stack.callback(site.stop)
        yield [
            OurForm(ours),
            PlainForm(MAILED, plain, "/mailed/", mail_server),
            PlainForm(STORED, plain, "/stored/", mail_server),
        ]


def compare(forms: list[Contestant], rounds: int, enquiries: int, concurrency: int) -> list[Spent]:
    """The rounds of all forms, one form after the other in each, so that a busy machine is busy for all of them."""
    for form in forms:
        run_round(form, 0, min(WARM_UP, enquiries), concurrency)
    spent = []
    for number in range(1, rounds + 1):
        for form in forms:
            measured = run_round(form, number, enquiries, concurrency)
            spent += measured
            say(form, number, measured, enquiries)
    return spent


def say(form: Contestant, number: int, measured: list[Spent], enquiries: int) -> None:
    """One line a round, to see that something happens."""
    costs = ", ".join(f"{one.phase} {one.cpu / enquiries * 1000:.2f} ms" for one in measured)
    sys.stdout.write(f"{measured[0].database}, round {number}, {form.name}: {costs}\n")
    sys.stdout.flush()


def result(spent: list[Spent], enquiries: int) -> str:
    """The table of medians, in milliseconds of processor time an enquiry, and how often ours fits into the others'."""
    head = ["CPU an enquiry", "ours", MAILED, STORED, "ratio with mail", "ratio without mail"]
    rows = []
    for database in dict.fromkeys(one.database for one in spent):
        for question, phases in QUESTIONS.items():
            ours, mailed, stored = (
                typical([one for one in spent if (one.database, one.contestant) == (database, name)], phases)
                for name in (OURS, MAILED, STORED)
            )
            costs = [f"{cost / enquiries * 1000:.2f} ms" for cost in (ours, mailed, stored)]
            rows.append([f"{question}, {database}", *costs, f"{mailed / ours:.2f}", f"{stored / ours:.2f}"])
    return table(head, rows)


def figures(spent: list[Spent], enquiries: int) -> Iterator[Figure]:
    """What is compared with an earlier run: each question, against the form that also mails."""
    goal = Goal("at least", 2, "enquiries for one of the plain form's", is_inverse=True)
    for database in dict.fromkeys(one.database for one in spent):
        for question, phases in QUESTIONS.items():
            ours, mailed = (
                typical([one for one in spent if (one.database, one.contestant) == (database, name)], phases)
                for name in (OURS, MAILED)
            )
            each, other = ours / enquiries * 1000, mailed / enquiries * 1000
            yield Figure(f"{question}, {database}", each, "ms", MAILED, other, goal if question == "POST" else None)


def typical(spent: list[Spent], phases: tuple[str, ...]) -> float:
    """The median over the rounds of what some phases cost together."""
    rounds = {one.number for one in spent}
    return median(sum(one.cpu for one in spent if one.number == number and one.phase in phases) for number in rounds)


if __name__ == "__main__":
    main()
