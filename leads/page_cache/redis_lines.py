"""A connection to Redis for each thread, on which a question costs little more than its way there and back.

redis-py's clients take a connection from a pool for each question, look whether it is still good, and note where it
went; in a process whose threads take turns that takes longer than the answer.
"""

import os
import threading
from collections.abc import Callable
from typing import Any

from redis.connection import ConnectionInterface


class Line(threading.local):
    """The connection of the thread that asks; a process that was forked makes its own."""

    def __init__(self, make_connection: Callable[[], ConnectionInterface]) -> None:
        self.make_connection = make_connection
        self.connection: ConnectionInterface | None = None

    def ask(self, *command: str) -> Any:
        """What the server answers; redis-py's errors.

        Whatever comes between question and answer ends the connection, so that no answer is ever taken for that to
        another question.
        """
        if self.connection is None or self.connection.pid != os.getpid():
            self.connection = self.make_connection()
        try:
            self.connection.send_command(*command)
            return self.connection.read_response()
        except BaseException:
            self.connection.disconnect()
            raise
