"""The proof, constant and the same for everybody, that a question form stood below a page."""

from dataclasses import dataclass

from django.core.signing import BadSignature, Signer

SALT = "treatment_pages.reader-question"


@dataclass(frozen=True)
class AskedPage:
    """The page that a form stood on, which may be gone by the time that the question arrives."""

    pk: int
    title: str


def sign_page(page) -> str:
    """The value of the form's hidden field; equal for equal pages and SECRET_KEY."""
    return Signer(salt=SALT).sign_object({"p": page.pk, "t": page.title})


def read_page(text: str) -> AskedPage | None:
    """What `sign_page` wrote, or None for anything else."""
    try:
        value = Signer(salt=SALT).unsign_object(text)
        return AskedPage(pk=value["p"], title=value["t"])
    except (BadSignature, ValueError, KeyError, TypeError):
        return None
