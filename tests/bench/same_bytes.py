"""A server that has one page, and gives it to everybody with the headers that it came with."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.bench.readers import Answer

OF_THE_CONNECTION = {"connection", "content-length", "date", "keep-alive", "server", "transfer-encoding", "x-cache"}
"""Headers that do not belong to the page."""


class OnePage:
    """The simplest site there is: what it gives was rendered before."""

    def __init__(self, answer: Answer):
        headers = page_headers(answer)

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(answer.body)))
                self.end_headers()
                self.wfile.write(answer.body)

            def log_message(self, *_arguments):
                """Nobody reads it."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Stop listening."""
        self.server.shutdown()
        self.server.server_close()


def page_headers(answer: Answer) -> dict[str, str]:
    """The headers of the page itself."""
    return {name: value for name, value in answer.headers.items() if name not in OF_THE_CONNECTION}


def header_lines(answer: Answer) -> str:
    """The same as lines of nginx, but for those that it adds to a file by itself."""
    by_itself = {"content-type", "etag", "last-modified"}
    headers = {name: value for name, value in page_headers(answer).items() if name not in by_itself}
    return "\n".join(f'            add_header {name} "{quoted(value)}";' for name, value in headers.items())


def quoted(value: str) -> str:
    """A value as nginx takes it between double quotes."""
    return value.replace("\\", "\\\\").replace('"', '\\"')
