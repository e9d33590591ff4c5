"""One form, pressed by an impatient hand or sent again by a browser, at the same instant."""

import pytest
from django.core import mail
from django.test import Client

from leads.dispatch import run_due
from leads.models import ActivityKind, Delivery, Reply
from leads.replies.sending import new_token
from tests.leads.desk.listing import lead_page, step
from tests.leads.test_concurrency import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_eight_posts_of_one_form_are_one_reply(lead, desk_user):
    def signed_in() -> Client:
        client = Client()
        client.force_login(desk_user)
        return client

    values = {"token": new_token(), "subject": "Your question", "text": "Dear Amara"}
    answers = at_once(lambda client: client.post(step("reply", lead), values), [signed_in() for _post in range(8)])
    assert {answer.status_code for answer in answers} == {302}
    assert {answer.url for answer in answers} == {lead_page(lead)}
    assert Reply.objects.count() == Delivery.objects.filter(kind="reply").count() == 1
    assert lead.activities.filter(kind=ActivityKind.REPLY).count() == 1
    run_due()
    assert len([message for message in mail.outbox if message.to == [lead.email]]) == 1
