"""The one constant value in a form's HTML: which version of the form stands on which page.

It is signed, so that a visitor cannot choose another form's wording, and holds neither time nor chance, so that a
page has the same bytes for everybody.
"""

from dataclasses import dataclass

from django.core.signing import BadSignature, Signer

SALT = "leads.enquiry-form"


@dataclass(frozen=True)
class FormContext:
    """What stood on the visitor's screen; a form that stands alone has neither page nor revision."""

    version_id: int
    page_id: int | None = None
    revision_id: int | None = None


def sign_context(context: FormContext) -> str:
    """The value of the hidden field `context`; equal for equal arguments and SECRET_KEY."""
    return Signer(salt=SALT).sign_object({"v": context.version_id, "p": context.page_id, "r": context.revision_id})


def read_context(text: str) -> FormContext | None:
    """What `sign_context` wrote, or None for anything else."""
    try:
        value = Signer(salt=SALT).unsign_object(text)
        return FormContext(version_id=value["v"], page_id=value["p"], revision_id=value["r"])
    except (BadSignature, ValueError, KeyError, TypeError):
        return None
