"""Libraries that come with the extra `[import]` of the installation, asked for when a file needs them."""

from importlib import import_module
from types import ModuleType

from django.utils.translation import gettext as _

from treatment_pages.importing.limits import ImportRefusedError


def extra(name: str) -> ModuleType:
    """The module; ImportRefusedError tells how to install it where it is missing."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise ImportRefusedError(
            _("Reading this file needs %(name)s: install wagtail-treatment-pages[import].")
            % {"name": name.partition(".")[0]}
        ) from error


def parsed_xml(data: bytes):
    """The root of an XML file; ValueError when it is damaged, ImportRefusedError when it declares a document type.

    Entities hide in such declarations: they read files of the server, or grow without end.
    """
    trees, exceptions = extra("defusedxml.ElementTree"), extra("defusedxml.common")
    try:
        return trees.fromstring(data, forbid_dtd=True)
    except exceptions.DefusedXmlException as error:
        raise ImportRefusedError(
            _("The file declares XML entities, which such files never need: it is refused.")
        ) from error
    except (trees.ParseError, LookupError) as error:
        raise ValueError(str(error)) from error
