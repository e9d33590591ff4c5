"""nginx before the site, as a shared cache that keeps every public page for a day."""

import subprocess
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from tests.faults import programs
from tests.faults.clients import reference_in
from tests.faults.site import Site
from tests.faults.waiting import LOCAL, PATIENCE, free_port, listens, wait_until

CONFIGURATION = """
user root;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    proxy_cache_path {folder}/cache keys_zone=pages:1m;
    server {{
        listen 127.0.0.1:{port};
        location / {{
            proxy_pass http://127.0.0.1:{upstream};
            proxy_set_header Host $http_host;
            proxy_cache pages;
            proxy_read_timeout 300s;
            proxy_ignore_headers {ignored};
            proxy_cache_valid 200 24h;
            add_header X-Cache $upstream_cache_status;
        }}
    }}
}}
"""


class Cache:
    """What a visitor without cookies gets and sends through it."""

    def __init__(self, port: int):
        self.port = port

    def get(self, path: str) -> tuple[str, str]:
        """HIT or MISS, and the page, which sets no cookie."""
        with closing(HTTPConnection(LOCAL, self.port, timeout=PATIENCE)) as connection:
            connection.request("GET", path)
            response = connection.getresponse()
            assert response.getheader("Set-Cookie") is None
            return response.getheader("X-Cache", ""), response.read().decode()

    def post(self, path: str, values: dict) -> str:
        """The reference that the visitor is told."""
        with closing(HTTPConnection(LOCAL, self.port, timeout=PATIENCE)) as connection:
            connection.request("POST", path, urlencode(values), {"Content-Type": "application/x-www-form-urlencoded"})
            response = connection.getresponse()
            assert response.status == 303
            return reference_in(response.getheader("Location"))


@contextmanager
def cache_before(site: Site, folder: Path, *, is_stubborn: bool):
    """A running nginx; a stubborn one keeps a page for its day, whatever the site says about it."""
    port = free_port()
    ignored = "Cache-Control Expires" if is_stubborn else "Expires"
    configuration = folder / "nginx.conf"
    configuration.write_text(CONFIGURATION.format(folder=folder, port=port, upstream=site.port, ignored=ignored))
    command = [programs.nginx(), "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(configuration)]
    nginx = subprocess.Popen(command)
    try:
        wait_until(lambda: nginx.poll() is not None or listens(port), "nginx listens")
        assert nginx.poll() is None, (folder / "error.log").read_text()
        yield Cache(port)
    finally:
        nginx.terminate()
        nginx.wait(timeout=PATIENCE)
