"""Word files, after a look at what is packed in them."""

import io
import zipfile

from django.utils.translation import gettext as _

from treatment_pages.importing.elements import Document
from treatment_pages.importing.limits import (
    MAX_DOCX_PARTS,
    MAX_PACKING_RATIO,
    MAX_UNPACKED_BYTES,
    ImportRefusedError,
)
from treatment_pages.importing.readers.extras import extra, parsed_xml
from treatment_pages.importing.readers.html import read_html

STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Titel'] => h1:fresh
p[style-name='Überschrift 1'] => h1:fresh
p[style-name='Überschrift 2'] => h2:fresh
p[style-name='Überschrift 3'] => h3:fresh
b => strong
"""
CHUNK = 65_536


def read_docx(name: str, data: bytes) -> Document:
    """The text of a Word file; ImportRefusedError when it is damaged or hostile."""
    refuse_hostile(data)
    mammoth = extra("mammoth")
    try:
        html = mammoth.convert_to_html(
            io.BytesIO(data), style_map=STYLES, convert_image=mammoth.images.img_element(lambda image: {"src": ""})
        ).value
    except (KeyError, ValueError, OSError, AttributeError, TypeError, IndexError, zipfile.BadZipFile) as error:
        raise ImportRefusedError(_("The Word file is damaged: open it in Word and save it again.")) from error
    except RecursionError as error:
        raise ImportRefusedError(_("The Word file is nested too deeply to be read.")) from error
    return read_html(name, html)


def refuse_hostile(data: bytes) -> None:
    """Refuse a file that is no Word file, unpacks to too much, or carries declarations that XML of Word never has."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_bomb(archive)
            if "word/document.xml" not in archive.namelist():
                raise ImportRefusedError(_("The file is no Word file, whatever its name says."))
            left = MAX_UNPACKED_BYTES
            for part in archive.infolist():
                if part.filename.endswith((".xml", ".rels")):
                    content = _unpacked(archive, part, left)
                    left -= len(content)
                    parsed_xml(content)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, OSError, RuntimeError) as error:
        raise ImportRefusedError(_("The Word file is damaged: open it in Word and save it again.")) from error
    except ValueError as error:
        raise ImportRefusedError(_("The Word file is damaged: open it in Word and save it again.")) from error


def _refuse_bomb(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if (
        len(parts) > MAX_DOCX_PARTS
        or unpacked > MAX_UNPACKED_BYTES
        or unpacked > max(packed, 5_000) * MAX_PACKING_RATIO
    ):
        raise ImportRefusedError(_("The Word file unpacks to far more than a text needs: it is refused."))


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, most: int) -> bytes:
    """The part's content; what its header says of the size need not be true."""
    chunks, size = [], 0
    with archive.open(part) as file:
        while chunk := file.read(CHUNK):
            size += len(chunk)
            if size > most:
                raise ImportRefusedError(_("The Word file unpacks to far more than a text needs: it is refused."))
            chunks.append(chunk)
    return b"".join(chunks)
