"""Writes configuration with this machine's values: `python3 deploy/render.py nginx|systemd FOLDER`.

`%{NAME}` in a file of deploy/ becomes the environment's NAME, or the default below. Needs nothing but Python.
"""

import html
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from string import Template

DEPLOY = Path(__file__).resolve().parent
MODULES = Path("/usr/lib/nginx/modules")
DEFAULTS = {
    "ALLOWED_HOSTS": "localhost",
    "WAGTAIL_SITE_NAME": "Wren & Rowe Skin Clinic",
    "LEADS_FALLBACK_PHONE": "020 7946 0321",
    "SESSION_COOKIE_NAME": "sessionid",
    "VAR_DIR": "/var/lib/clinic",
    "APP_DIR": "/opt/clinic",
    "APP_USER": "clinic",
    "APP_ENVIRONMENT": "/etc/clinic/environment",
    "WEB_LISTEN": "127.0.0.1:8000",
    "EDGE_USER": "www-data",
    "EDGE_MODULES": "/etc/nginx/modules-enabled/*.conf",
    "EDGE_RUN_DIR": "/run",
    "EDGE_LOG_DIR": "/var/log/nginx",
    "EDGE_CACHE_DIR": "/var/cache/nginx",
    "EDGE_CACHE_SIZE": "1g",
    "EDGE_HTTP_LISTEN": "80,[::]:80",
    "EDGE_HTTPS_LISTEN": "443,[::]:443",
    "EDGE_TLS_CERTIFICATE": "",
    "EDGE_TLS_KEY": "",
    "EDGE_ACME_DIR": "/var/www/acme",
    "EDGE_SCHEME": "https",
    "EDGE_PURGE_LISTEN": "127.0.0.1:8081",
    "EDGE_PURGE_FROM": "127.0.0.1",
    "EDGE_TRUSTED_PROXIES": "",
}
"""
ALLOWED_HOSTS: the site's host names, as for the site itself. LEADS_FALLBACK_PHONE: the number on pages from the disk.
WEB_LISTEN: addresses of the web processes, separated by commas. EDGE_HTTP_LISTEN and EDGE_HTTPS_LISTEN: addresses or
ports that visitors reach; leave `[::]` out on a machine without IPv6. EDGE_TLS_CERTIFICATE and EDGE_TLS_KEY: files;
without them the edge speaks plain HTTP and tells the site that visitors came by EDGE_SCHEME. EDGE_PURGE_FROM: addresses
or networks of the web and job processes. EDGE_TRUSTED_PROXIES: networks of a CDN or load balancer before the edge.
EDGE_CONF_DIR (where the files will lie) is FOLDER, and STATIC_ROOT and MEDIA_ROOT are in VAR_DIR, unless set.
"""

UNSAFE = re.compile(r"[;{}\\\n\r'\"$]")
"""What would end a value early in a configuration file."""


class Placeholders(Template):
    """`%{NAME}`, which neither nginx nor systemd means anything by."""

    delimiter = "%"
    pattern = r"""
        (?P<escaped>(?!)) | (?P<named>(?!)) | (?P<invalid>(?!)) | %\{(?P<braced>[A-Z_]+)\}
    """


def main(kind: str, folder: str) -> None:
    """Render all files of one kind into a folder, which is made."""
    target = Path(folder).resolve()
    values = values_from(os.environ, target)
    source = DEPLOY / kind
    for path in sorted(source.rglob("*.*")):
        out = target / path.relative_to(source)
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(rendered(path, values))


def rendered(path: Path, values: Mapping[str, str]) -> str:
    """The file with its values; those in a page are escaped."""
    if path.suffix == ".html":
        values = {name: html.escape(value) for name, value in values.items()}
    return Placeholders(path.read_text()).substitute(values)


def values_from(environment: Mapping[str, str], target: Path) -> dict[str, str]:
    """The value of every placeholder; exits with a sentence where one is unusable."""
    values = {name: environment.get(name) or default for name, default in DEFAULTS.items()}
    for name, default in {
        "EDGE_CONF_DIR": str(target),
        "STATIC_ROOT": f"{values['VAR_DIR']}/static",
        "MEDIA_ROOT": f"{values['VAR_DIR']}/media",
    }.items():
        values[name] = environment.get(name) or default
    for name, value in values.items():
        if name != "WAGTAIL_SITE_NAME" and UNSAFE.search(value):
            sys.exit(f"{name} holds a character that configuration files do not take: {value!r}")
    return values | derived_from(values)


def derived_from(values: Mapping[str, str]) -> dict[str, str]:
    """What follows from the values."""
    has_tls = bool(values["EDGE_TLS_CERTIFICATE"])
    scheme = "https" if has_tls else values["EDGE_SCHEME"]
    hsts = 'add_header Strict-Transport-Security "max-age=31536000; includeSubDomains; preload" always;'
    has_brotli = (MODULES / "ngx_http_brotli_static_module.so").exists()
    return {
        "EDGE_LISTENS": "tls" if has_tls else "plain",
        "EDGE_SCHEME": scheme,
        "HSTS_LINE": hsts if scheme == "https" else "",
        "BROTLI_STATIC": "brotli_static on;" if has_brotli else "",
        "PHONE_DIGITS": re.sub(r"[^\d+]", "", values["LEADS_FALLBACK_PHONE"]),
        "SERVER_NAMES": " ".join(listed(values["ALLOWED_HOSTS"])),
        "WEB_SOCKET": listed(values["WEB_LISTEN"])[0],
        "SITE_SERVERS": lines("        server {};", values["WEB_LISTEN"]),
        "TRUSTED_PROXY_LINES": lines("set_real_ip_from {};", values["EDGE_TRUSTED_PROXIES"]),
        "HTTP_LINES": lines("    listen {};", values["EDGE_HTTP_LISTEN"]),
        "HTTP_DEFAULT_LINES": lines("    listen {} default_server;", values["EDGE_HTTP_LISTEN"]),
        "HTTPS_LINES": lines("    listen {} ssl http2;", values["EDGE_HTTPS_LISTEN"]),
        "HTTPS_DEFAULT_LINES": lines("    listen {} ssl http2 default_server;", values["EDGE_HTTPS_LISTEN"]),
        "PURGE_ALLOW_LINES": lines("    allow {};", values["EDGE_PURGE_FROM"]),
    }


def lines(line: str, value: str) -> str:
    """A line for each entry of a list."""
    return "\n".join(line.format(entry) for entry in listed(value))


def listed(value: str) -> list[str]:
    """The entries of a list that is separated by commas or spaces."""
    return value.replace(",", " ").split()


if __name__ == "__main__":
    if len(sys.argv) != 3 or not (DEPLOY / sys.argv[1]).is_dir():
        sys.exit(__doc__)
    main(*sys.argv[1:])
