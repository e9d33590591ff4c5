"""One site on each database for all scenarios, and the table of what came out."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.database import PostgreSQL, SQLite
from tests.faults.disk import DiskInName, SmallDisk, mount, unmount
from tests.faults.mail_server import Day, MailServer
from tests.faults.report import table, write_report
from tests.faults.site import Site

DATABASES = {"SQLite": SQLite, "PostgreSQL": PostgreSQL}
ROWS = pytest.StashKey()


@pytest.fixture(scope="session", autouse=True)
def transaction_tests_leave_the_database_as_it_was():
    """The database of the other tests is not needed here."""


@pytest.fixture(scope="session")
def mail_server():
    server = MailServer()
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def running_site(request, tmp_path_factory, mail_server):
    """The site on the database that the test names; it ends with its database, whatever happens."""
    folder = tmp_path_factory.mktemp(request.param)
    with closing(DATABASES[request.param](folder)) as database:
        site = Site(folder, database, mail_server)
        site.make()
        try:
            site.start()
            yield site
        finally:
            site.stop()


@pytest.fixture
def site(running_site, mail_server):
    """The site in good health, with a mail server that has a good day."""
    mail_server.day, mail_server.refused = Day.GOOD, 0
    running_site.wait_until_it_answers()
    return running_site


@pytest.fixture
def small_disk(site, tmp_path):
    """A disk that can be filled and holds the site's database meanwhile, or what stands for one."""
    if not mount(tmp_path):
        yield DiskInName(site.database)
        return
    try:
        site.move_database(tmp_path)
        yield SmallDisk(tmp_path)
        site.move_database(site.folder)
    finally:
        unmount(tmp_path)


@pytest.fixture(scope="session")
def outcomes(request):
    """The rows of the table; a scenario that fails is in it too."""
    return request.config.stash.setdefault(ROWS, [])


def pytest_terminal_summary(terminalreporter, config):
    """Print the table, and write it where FAULT_REPORT says."""
    rows = config.stash.get(ROWS, [])
    if not rows:
        return
    terminalreporter.write_line(f"\n{table(rows)}\n")
    if path := os.environ.get("FAULT_REPORT"):
        write_report(Path(path), rows)
