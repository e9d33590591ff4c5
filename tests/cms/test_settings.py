"""The settings as a process that starts sees them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
COMPLETE = {"SECRET_KEY": "aBcDeFgHiJ" * 6, "ALLOWED_HOSTS": "clinic.example"}


def run(*arguments: str, settings: str = "production", **environment: str) -> subprocess.CompletedProcess:
    """Python in a process of its own, with nothing of this one's environment that the settings read."""
    clean = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": f"cms.settings.{settings}", **environment}
    command = [sys.executable, "-W", "ignore", *arguments]
    return subprocess.run(command, cwd=PROJECT, env=clean, capture_output=True, text=True, check=False)


def value_of(name: str, tmp_path, **options: str) -> str:
    code = f"from django.conf import settings; print(settings.{name})"
    result = run("-c", code, VAR_DIR=str(tmp_path), **options)
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


@pytest.mark.parametrize(
    ("missing", "environment"),
    [
        ("SECRET_KEY", {"ALLOWED_HOSTS": "clinic.example"}),
        ("SECRET_KEY", {**COMPLETE, "SECRET_KEY": "short"}),
        ("ALLOWED_HOSTS", {"SECRET_KEY": COMPLETE["SECRET_KEY"]}),
        ("ALLOWED_HOSTS", {**COMPLETE, "ALLOWED_HOSTS": "*"}),
    ],
)
def test_production_refuses_to_start_without_secrets_and_hosts(missing, environment, tmp_path):
    result = run("manage.py", "check", VAR_DIR=str(tmp_path), **environment)
    assert result.returncode != 0
    assert f"Set {missing} in the environment" in result.stderr


def test_deployment_check_is_clean_in_production(tmp_path):
    result = run("manage.py", "check", "--deploy", "--fail-level", "INFO", VAR_DIR=str(tmp_path), **COMPLETE)
    assert result.returncode == 0, result.stderr


def test_demo_content_is_refused_in_production(tmp_path):
    result = run("manage.py", "load_demo", VAR_DIR=str(tmp_path), **COMPLETE)
    assert result.returncode != 0
    assert "CommandError" in result.stderr


def test_unset_environment_means_sqlite_local_memory_and_mail_files(tmp_path):
    assert value_of("DATABASES['default']['NAME']", tmp_path, settings="dev") == str(tmp_path / "db.sqlite3")
    assert "LocMemCache" in value_of("CACHES", tmp_path, settings="dev")
    assert value_of("EMAIL_FILE_PATH", tmp_path, settings="dev") == str(tmp_path / "mail")


def test_sqlite_takes_its_write_lock_when_a_transaction_begins(tmp_path):
    options = value_of("DATABASES['default']['OPTIONS']", tmp_path, settings="dev")
    assert "'transaction_mode': 'IMMEDIATE'" in options
    assert "journal_mode=WAL; PRAGMA synchronous=FULL" in options


def test_urls_in_the_environment_choose_postgresql_redis_and_smtp(tmp_path):
    environment = {
        "DATABASE_URL": "postgres://clinic:secret@db.example:5433/clinic",
        "REDIS_URL": "redis://cache.example:6379/1",
        "EMAIL_URL": "smtp+tls://user:secret@mail.example:587",
        "settings": "dev",
    }
    assert value_of("DATABASES['default']['HOST']", tmp_path, **environment) == "db.example"
    assert value_of("DATABASES['default']['CONN_HEALTH_CHECKS']", tmp_path, **environment) == "True"
    assert "jit=off" in value_of("DATABASES['default']['OPTIONS']", tmp_path, **environment)
    assert "redis://cache.example:6379/1" in value_of("CACHES", tmp_path, **environment)
    assert value_of("EMAIL_HOST", tmp_path, **environment) == "mail.example"
    assert value_of("EMAIL_USE_TLS", tmp_path, **environment) == "True"


def test_tests_side_by_side_on_redis_cannot_empty_one_anothers_cache(tmp_path):
    first, second = (
        value_of(
            "CACHES['default']['LOCATION']",
            tmp_path,
            settings="test",
            REDIS_URL="redis://127.0.0.1:6379/9",
            PYTEST_XDIST_WORKER=worker,
        )
        for worker in ("gw0", "gw1")
    )
    assert (first, second) == ("redis://127.0.0.1:6379/9", "redis://127.0.0.1:6379/10")


def test_each_edge_in_the_environment_is_told_of_changed_pages(tmp_path):
    urls = {"EDGE_PURGE_URLS": "http://10.0.0.5:8081,http://10.0.0.6:8081"}
    found = value_of("WAGTAILFRONTENDCACHE", tmp_path, **COMPLETE, **urls)
    assert "'edge-1'" in found
    assert "'LOCATION': 'http://10.0.0.6:8081'" in found
    assert value_of("WAGTAILFRONTENDCACHE", tmp_path, **COMPLETE) == "{}"
