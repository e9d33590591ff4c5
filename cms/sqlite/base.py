"""Django's SQLite backend, which notices that a kept connection is no longer one to the database."""

import os

from django.db.backends.sqlite3 import base

Place = tuple[int, int]
"""The device and the inode of a file; no other file has both as long as the connection holds it open."""


class DatabaseWrapper(base.DatabaseWrapper):
    """To be used with CONN_MAX_AGE and CONN_HEALTH_CHECKS.

    Opening a database, and closing it as the last one, costs more than many queries.
    """

    file: Place | None = None

    def get_new_connection(self, conn_params):
        connection = super().get_new_connection(conn_params)
        self.file = self.place()
        return connection

    def is_usable(self) -> bool:
        """Whether nothing went wrong with the connection, and its file was not deleted or replaced meanwhile."""
        return not self.errors_occurred and self.file == self.place()

    def place(self) -> Place | None:
        """Where the file of the database's name is now; None where there is none, as with one in memory."""
        try:
            found = os.stat(self.settings_dict["NAME"])
        except OSError:
            return None
        return found.st_dev, found.st_ino
