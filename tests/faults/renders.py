"""Notes every page that is rendered, with the generation that it was rendered for, in a file that processes share."""

import os
from pathlib import Path

from django.conf import settings

from leads.page_cache.middleware import VISIT
from leads.sites import site_for

FILE = "renders.txt"


class NoteRenders:
    """Innermost middleware: what comes here is rendered. A line holds path, generation, and “kept” or “extra”."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Called after the cache has decided that this request renders."""
        visit = getattr(request, VISIT, None)
        if visit is None:
            return
        number = visit.number_for(site_for(request).pk)
        line = f"{request.path} {number} {'kept' if visit.is_renderer else 'extra'}\n"
        file = os.open(settings.VAR_DIR / FILE, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        try:
            os.write(file, line.encode())
        finally:
            os.close(file)


def read_renders(folder: Path) -> list[tuple[str, int, str]]:
    """Path, generation and kind of every render so far."""
    file = folder / FILE
    lines = file.read_text().splitlines() if file.exists() else []
    return [(path, int(number), kind) for path, number, kind in (line.split(" ") for line in lines)]
