"""The address of the page that confirms a question, and what may be told there."""

from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.http import urlencode

from treatment_pages.models import ReaderQuestion

SALT = "treatment_pages.reader-question.thanks"


def thanks_url(question: ReaderQuestion) -> str:
    """The same address for the same question, however often it is sent."""
    reference = Signer(salt=SALT).sign(str(question.pk))
    return f"{reverse('reader_questions:thanks')}?{urlencode({'ref': reference})}"


def confirmed(signed_reference: str) -> ReaderQuestion | None:
    """The stored question that the address confirms; None when the signature is not ours or the question is gone."""
    try:
        pk = Signer(salt=SALT).unsign(signed_reference)
    except (BadSignature, ValueError):
        return None
    return ReaderQuestion.objects.select_related("page").filter(pk=pk).first()
