"""What nginx serves itself, and how it speaks."""

import re
import subprocess
from http.client import HTTPConnection

import pytest

from tests.deploy.edge import PAGE
from tests.faults.waiting import LOCAL

SECURITY = ["X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Content-Security-Policy"]
STYLESHEET = re.compile(r'<link rel="stylesheet" href="(/static/[^"]+\.css)"')


@pytest.fixture
def stylesheet(edge) -> str:
    """The address of the page's first stylesheet."""
    return STYLESHEET.search(edge.get().text)[1]


@pytest.mark.parametrize("encoding", ["br", "gzip", ""])
def test_a_hashed_file_is_compressed_and_never_asked_for_again(edge, stylesheet, encoding):
    answer = edge.get(stylesheet, Accept_Encoding=encoding or "identity")
    assert answer.status == 200
    assert answer.headers.get("Content-Encoding", "") == encoding
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["Content-Type"].startswith("text/css")


def test_a_file_under_its_plain_name_is_asked_for_again(edge):
    assert "immutable" not in edge.get("/static/img/favicon.svg").headers["Cache-Control"]


def test_a_file_that_is_missing_is_not_missing_for_a_year(edge):
    answer = edge.get("/static/css/gone.0a1b2c3d4e5f.css")
    assert answer.status == 404
    assert "Cache-Control" not in answer.headers


def test_pictures_come_from_the_disk_and_originals_do_not(edge):
    for place in ("images", "original_images", "documents"):
        folder = edge.web.folder / "media" / place
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "one.webp").write_bytes(b"RIFF")
    shown = edge.get("/media/images/one.webp")
    assert (shown.status, shown.headers["Content-Type"]) == (200, "image/webp")
    assert shown.headers["Cache-Control"] == "public, max-age=86400"
    assert edge.get("/media/original_images/one.webp").status == 404
    assert edge.get("/media/documents/one.webp").status == 404


@pytest.mark.parametrize("path", ["/static/img/favicon.svg", "/static/missing.css", PAGE])
def test_every_answer_carries_the_security_headers_once(edge, path):
    headers = edge.get(path).headers
    for name in [*SECURITY, "Strict-Transport-Security"]:
        assert len(headers.get_all(name)) == 1, name
    assert headers["Server"] == "nginx"


def test_http_2_is_spoken(edge):
    command = ["curl", "--silent", "--http2", "--cacert", str(edge.folder / "certificate.pem"), "--output", "/dev/null"]
    result = subprocess.run(
        [*command, "--write-out", "%{http_version} %{http_code} %header{x-cache}", edge.address + PAGE],
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.startswith("2 200 ")


def test_plain_visitors_are_sent_on_to_tls(edge):
    connection = HTTPConnection("localhost", edge.plain_port, timeout=10)
    connection.request("GET", PAGE)
    response = connection.getresponse()
    connection.close()
    assert (response.status, response.headers["Location"]) == (301, f"https://localhost{PAGE}")


def test_a_name_that_is_not_the_sites_gets_no_answer(edge):
    connection = HTTPConnection(LOCAL, edge.plain_port, timeout=10)
    connection.request("GET", PAGE, headers={"Host": "elsewhere.example"})
    with pytest.raises(ConnectionError):
        connection.getresponse()
    connection.close()


def test_a_monitor_is_answered_past_the_cache(edge):
    answer = edge.get("/healthz?part=database")
    assert (answer.status, answer.cache) == (200, "")
