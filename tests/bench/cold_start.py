"""How long a web process takes from its start to its first page: `python -m tests.bench.cold_start --help`."""

import argparse
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from http.client import HTTPException
from pathlib import Path
from statistics import median

from tests.bench.databases import databases, kinds
from tests.bench.figures import Figure, Goal
from tests.bench.load import request
from tests.bench.page_contestants import ArticleSite, FullSite, prepare
from tests.bench.report import table
from tests.bench.results import Part, add_result_options, finish
from tests.bench.sites import Site
from tests.faults.mail_server import MailServer
from tests.faults.site import Process

OURS, PLAIN = "ours", "plain Wagtail"
LOOK_EVERY = 0.02
PATIENCE = 120.0
SAYS = {"its home page": "/", "its article": ""}
"""What is asked for first; "" is the fullest page of ours, and plain Wagtail's article."""


@dataclass(frozen=True)
class Start:
    """Seconds from starting the web server with one worker to its first page with status 200."""

    site: str
    page: str
    number: int
    cpu: float
    clock: float


def main() -> None:
    """Measure, print, and write down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--database", choices=kinds(), default=kinds()[-1])
    add_result_options(parser)
    options = parser.parse_args()
    starts = compare(options)
    part = Part(
        "cold start", start_table(starts), figures(starts), {"rounds": options.rounds}, [asdict(one) for one in starts]
    )
    finish(part, options, f"make bench-start BENCH_STARTS={options.rounds}")


def compare(options: argparse.Namespace) -> list[Start]:
    """Both sites by turns, each after a start that counts for nothing."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-")))
        mail_server = MailServer()
        mail_server.start()
        stack.callback(mail_server.stop)
        by_name = stack.enter_context(databases(options.database, folder / "databases", ["ours", "plain"]))
        sites = {
            OURS: FullSite(folder / "ours", by_name["ours"]),
            PLAIN: ArticleSite(folder / "plain", by_name["plain"], mail_server),
        }
        for site in sites.values():
            site.environment |= compiled_into(folder / "bytecode")
        prepare(*sites.values())
        starts = []
        for number in range(options.rounds + 1):
            for page, path in SAYS.items():
                for name, site in sites.items():
                    cpu, clock = start(site, path or site.page)
                    starts.append(Start(name, page, number, cpu, clock))
                    sys.stdout.write(f"start {number}, {name}, {page}: {cpu:.2f} s of CPU, {clock:.2f} s\n")
                    sys.stdout.flush()
        return [one for one in starts if one.number > 0]


def compiled_into(folder: Path) -> dict[str, str]:
    """What lets Python keep modules compiled there, whatever this shell says: no start but the first compiles any."""
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder)}


def start(site: Site, path: str) -> tuple[float, float]:
    """Processor time and time by the clock until it shows the page at `path`; it is stopped again."""
    site.web = Process([*site.command(), "--workers", "1"], site.environment, site.folder / "web.log")
    started = time.perf_counter()
    site.web.start()
    while not shows(site, path):
        if time.perf_counter() - started > PATIENCE:
            raise RuntimeError(f"The site did not start; see {site.folder}")
        time.sleep(LOOK_EVERY)
    clock, cpu = time.perf_counter() - started, site.seconds()
    site.stop()
    return cpu, clock


def shows(site: Site, path: str) -> bool:
    """Whether it answers by now."""
    try:
        return request(site.port, path).status == 200
    except (OSError, HTTPException):
        return False


def typical(starts: list[Start], site: str, page: str, kind: str) -> float:
    """The median over the rounds."""
    return median(getattr(one, kind) for one in starts if (one.site, one.page) == (site, page))


def start_table(starts: list[Start]) -> str:
    """Seconds of both, and their ratio."""
    rows = []
    for page in SAYS:
        for kind, words in (("cpu", "processor time"), ("clock", "by the clock")):
            ours, plain = (typical(starts, site, page, kind) for site in (OURS, PLAIN))
            rows.append([f"{page}, {words}", f"{ours:.2f} s", f"{plain:.2f} s", f"{ours / plain:.2f}"])
    return table(["From the start of a web process to", OURS, PLAIN, "ratio"], rows)


def figures(starts: list[Start]) -> list[Figure]:
    """The same, with the goal."""
    goal = Goal("at most", 1.2, "× plain Wagtail")
    return [
        Figure(
            f"cold start to {page}, {words}",
            typical(starts, OURS, page, kind),
            "s",
            PLAIN,
            typical(starts, PLAIN, page, kind),
            goal if kind == "cpu" else None,
        )
        for page in SAYS
        for kind, words in (("cpu", "processor time"), ("clock", "by the clock"))
    ]


if __name__ == "__main__":
    main()
