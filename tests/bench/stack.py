"""What the parts of deploy/ cost: `python -m tests.bench.stack`; prints the tables of docs/deployment.md.

Memory is the proportional set size of the web processes after they have shown the page 200 times. Processor time is of
the web processes for a page that the edge asks for, and of nginx for one that it has, over TLS on kept connections.
"""

import argparse
import os
import re
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path

from tests.bench.cpu import seconds_of_tree
from tests.deploy.edge import PAGE, Edge, Web
from tests.faults.waiting import LOCAL, free_port

SETTINGS = "--config deploy/gunicorn.conf.py"
WAYS = {"each worker loads the site": "--threads 4", "deploy/gunicorn.conf.py": SETTINGS}
DIRECT = {"Host": "localhost", "X-Forwarded-Proto": "https"}


def main() -> None:
    """Make a site, and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=400, help="how often the page is asked for without the edge")
    parser.add_argument("--hits", type=int, default=8000, help="how often the edge is asked for what it has")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        web = Web(folder, f"sqlite:///{folder / 'db.sqlite3'}")
        web.run("manage.py", "migrate", "--verbosity", "0")
        web.run("-m", "tests.deploy.content", "make", "localhost", "443")
        web.run("manage.py", "collectstatic", "--no-input", "--verbosity", "0", "--ignore", "wagtail*")
        print_memory(web)
        print_processor_time(web, folder / "edge", options.pages, options.hits)


def print_memory(web: Web) -> None:
    """The table of what workers take."""
    command = list(web.process.command)
    print("| memory, MiB | 2 workers | 4 workers |\n| --- | --: | --: |")
    for way, arguments in WAYS.items():
        sizes = []
        for workers in (2, 4):
            web.process.environment = {**web.environment, "WEB_CONCURRENCY": str(workers)}
            web.process.command = [part for part in " ".join(command).replace(SETTINGS, arguments).split() if part]
            web.start()
            show(web.port, 200)
            sizes.append(memory_of_tree(web.process.running.pid))
            web.stop()
        print(f"| {way} | {sizes[0]:.0f} | {sizes[1]:.0f} |")
    web.process.command = command


def print_processor_time(web: Web, folder: Path, pages: int, hits: int) -> None:
    """The table of what a page costs where it comes from."""
    folder.mkdir()
    edge = Edge(folder, web, free_port())
    web.start()
    edge.start()
    try:
        ask(HTTPConnection(LOCAL, web.port), 50, DIRECT)
        site = cost(web.process.running.pid, lambda: ask(HTTPConnection(LOCAL, web.port), pages, DIRECT)) / pages
        headers = {"Accept-Encoding": "gzip, deflate, br", "Cookie": "_ga=GA1.1.1234567890.1700000000"}
        edge.get()
        kept = HTTPSConnection("localhost", edge.port, context=edge.trust)
        hit = cost(edge.process.pid, lambda: ask(kept, hits, headers)) / hits
    finally:
        edge.stop()
        web.stop()
    print("\n| processor time a page, ms | |\n| --- | --: |")
    print(f"| the site, asked past every cache of the edge | {site * 1000:.2f} |")
    print(f"| the edge, from its cache | {hit * 1000:.3f} |")


def show(port: int, times: int) -> None:
    """Get the page on as many connections, eight at a time, so that every worker has shown it."""
    with ThreadPoolExecutor(8) as visitors:
        list(visitors.map(lambda _time: ask(HTTPConnection(LOCAL, port), 1, DIRECT), range(times)))


def ask(connection: HTTPConnection, times: int, headers: dict[str, str]) -> None:
    """Get the page on one connection."""
    with closing(connection):
        for _time in range(times):
            connection.request("GET", PAGE, headers=headers)
            response = connection.getresponse()
            response.read()
            assert response.status == 200, response.status


def cost(pid: int, work) -> float:
    """Processor time in seconds that a process and its children spend on `work`."""
    before = seconds_of_tree(pid)
    work()
    return seconds_of_tree(pid) - before


def memory_of_tree(pid: int) -> float:
    """Proportional set size of a process and its children, MiB."""
    found = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return int(found[1]) / 1024 + sum(memory_of_tree(int(child)) for child in children)


if __name__ == "__main__":
    os.environ.pop("REDIS_URL", None)
    main()
