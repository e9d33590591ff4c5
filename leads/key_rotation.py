"""Brings stored answers under the first encryption key while the site runs."""

from dataclasses import dataclass

from django.db import transaction

from leads.models import Enquiry, WebhookEndpoint
from leads.sealing import UnreadableAnswerError, is_current, is_current_text, open_text, renew, seal_text


@dataclass
class Rotation:
    """What a rotation did: enquiries and webhooks rewritten, and what no key opens and stays as it is."""

    rewritten: int = 0
    unreadable: int = 0
    webhooks: int = 0
    unreadable_webhooks: int = 0


def rotate_keys() -> Rotation:
    """Reseal every answer that is not under the first key; each enquiry in a transaction of its own.

    It can be stopped and run again at any time, beside running web processes that have the same keys.
    """
    rotation = Rotation()
    for pk in Enquiry.objects.order_by("pk").values_list("pk", flat=True).iterator(chunk_size=500):
        rotate_enquiry(pk, rotation)
    for pk in WebhookEndpoint.objects.values_list("pk", flat=True):
        rotate_endpoint(pk, rotation)
    return rotation


@transaction.atomic
def rotate_enquiry(pk: int, rotation: Rotation) -> None:
    """Reseal the answers of one enquiry; what the visitor said stays word for word."""
    enquiry = Enquiry.objects.select_for_update().filter(pk=pk).only("answers").first()
    if enquiry is None or all(map(is_current, enquiry.answers)):
        return
    answers = []
    for answer in enquiry.answers:
        try:
            answers.append(renew(answer))
        except UnreadableAnswerError:
            rotation.unreadable += 1
            answers.append(answer)
    if answers != enquiry.answers:
        Enquiry.objects.filter(pk=pk).rewrite(answers=answers)
        rotation.rewritten += 1


@transaction.atomic
def rotate_endpoint(pk: int, rotation: Rotation) -> None:
    """Reseal the secret of one webhook; the secret itself stays."""
    endpoint = WebhookEndpoint.objects.select_for_update().filter(pk=pk).first()
    if endpoint is None or is_current_text(endpoint.sealed_secret):
        return
    try:
        resealed = seal_text(open_text(endpoint.sealed_secret))
    except UnreadableAnswerError:
        rotation.unreadable_webhooks += 1
        return
    WebhookEndpoint.objects.filter(pk=pk).update(sealed_secret=resealed)
    rotation.webhooks += 1
