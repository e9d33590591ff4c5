"""gunicorn: `gunicorn cms.wsgi --config deploy/gunicorn.conf.py --bind ADDRESS`; docs/deployment.md has the figures."""

import os

workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
"""Processes, one for a core, and requests that each works on at a time while others wait for the database."""

preload_app = True
"""The site is loaded once, and the workers share its memory; new code therefore takes a restart, not a reload."""

timeout = 30
"""Seconds after which a worker that shows no sign of life is replaced."""

graceful_timeout = 30
"""Seconds that a worker has to finish its requests when it is stopped: as long as a visitor's browser waits."""

max_requests = 20_000
max_requests_jitter = 4_000
"""A worker ends after so many requests, each after another number, so that no leak grows for ever."""

keepalive = 5
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108 a heartbeat that waits for no disk
accesslog = None
"""The edge writes one, which names no visitor."""
