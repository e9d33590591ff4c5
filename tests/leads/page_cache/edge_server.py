"""Stands for a cache before the site, and remembers what it was told to drop."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class EdgeServer:
    """Answers PURGE with `status`, or not before `answers` is set again."""

    def __init__(self):
        self.purged: list[str] = []
        self.status = 200
        self.answers = threading.Event()
        self.answers.set()
        edge = self

        class Handler(BaseHTTPRequestHandler):
            def do_PURGE(self):
                edge.purged.append(f"{self.headers['Host']}{self.path}")
                edge.answers.wait()
                self.send_response(edge.status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *args):
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    def close(self) -> None:
        self.answers.set()
        self.server.shutdown()
        self.server.server_close()
