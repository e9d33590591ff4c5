"""The demo's one film, drawn by rule like its pictures: needles enter the skin, the channels close, a dent rises.

The film is kept in the repository, so that no demo needs an encoder. `python -m cms.demo.films` draws it anew; that
needs `ffmpeg` with VP9 (Debian's package `ffmpeg`). Drawing and film are under the licence of the project.
"""

from pathlib import Path

from django.core.files import File
from wagtail.documents import get_document_model

FILM = Path(__file__).parent / "needling.webm"
SECONDS = 12


def load_films() -> dict[str, object]:
    """Store the film among the documents; the documents by key."""
    with FILM.open("rb") as content:
        film = get_document_model()(title="Needling, a drawn film", file=File(content, name=FILM.name))
        film.full_clean()
        film.save()
    return {"needling": film}
