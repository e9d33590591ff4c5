"""The configuration that an operator renders."""

import subprocess
import sys

import pytest

from tests.deploy.edge import ROOT, render
from tests.faults import programs

HERE = {"EDGE_USER": "root", "EDGE_HTTP_LISTEN": "127.0.0.1:18080", "EDGE_HTTPS_LISTEN": "127.0.0.1:18443"}


def folders(tmp_path) -> dict[str, str]:
    """Places that this user may write to."""
    (tmp_path / "cache").mkdir()
    return HERE | {
        "EDGE_RUN_DIR": str(tmp_path),
        "EDGE_LOG_DIR": str(tmp_path),
        "EDGE_CACHE_DIR": str(tmp_path / "cache"),
    }


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({}, id="plain, with nothing set"),
        pytest.param({"EDGE_TRUSTED_PROXIES": "198.51.100.0/24, 2001:db8::/32"}, id="behind a CDN"),
        pytest.param({"WEB_LISTEN": "10.0.0.5:8000,10.0.0.6:8000"}, id="before two machines"),
        pytest.param({"ALLOWED_HOSTS": ".clinic.example,clinic.test"}, id="with several names"),
    ],
)
def test_nginx_takes_the_rendered_files(tmp_path, values):
    configuration = render(tmp_path / "conf", folders(tmp_path) | values)
    result = subprocess.run([programs.nginx(), "-t", "-c", str(configuration)], capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert "[warn]" not in result.stderr


def test_no_placeholder_is_left(tmp_path):
    render(tmp_path / "conf", {})
    assert not [path for path in (tmp_path / "conf").rglob("*.*") if "%{" in path.read_text()]


def test_pages_from_the_disk_name_the_clinic_as_text(tmp_path):
    render(tmp_path / "conf", {"WAGTAIL_SITE_NAME": "Skin <& Co>", "LEADS_FALLBACK_PHONE": "+49 30 1234"})
    for page in (tmp_path / "conf/pages").iterdir():
        html = page.read_text()
        assert "Skin &lt;&amp; Co&gt;" in html
        assert '<a class="button" href="tel:+49301234">+49 30 1234</a>' in html


def test_a_value_that_would_end_its_line_is_refused(tmp_path):
    command = [sys.executable, "deploy/render.py", "nginx", str(tmp_path)]
    result = subprocess.run(
        command, cwd=ROOT, env={"ALLOWED_HOSTS": "a; return 200"}, capture_output=True, text=True, check=False
    )
    assert result.returncode != 0
    assert "ALLOWED_HOSTS holds a character that configuration files do not take" in result.stderr
