"""Staff choose a text, see exactly what will be sent, and send it once."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import GroupSitePermission, ModelLogEntry, Site

from leads.dispatch import run_due
from leads.models import ActivityKind, Delivery, LeadStatus, Reply, ReplyTemplate
from leads.replies.sending import new_token, send_reply
from tests import factories
from tests.leads.desk.listing import lead_page, step
from tests.leads.replies.consents import give_consent

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(clinic):
    lead = factories.LeadFactory(name="Amara Osei", email="amara@example.com", phone="020 7946 0123", site=clinic.site)
    factories.EnquiryFactory(lead=lead, site=clinic.site, form=clinic.default_form)
    return lead


@pytest.fixture
def template(db):
    return ReplyTemplate.objects.create(
        title="First answer", subject="About {{ subject }}", text="Dear {{ first_name }},\nthank you."
    )


@pytest.fixture
def offer(db):
    return ReplyTemplate.objects.create(title="Offer", subject="News", text="Come.", purpose="marketing-email")


def text_of(response) -> str:
    assert response.status_code == 200
    return unescape(response.content.decode())


def said(response) -> str:
    return unescape(" ".join(str(message) for message in response.context["messages"]))


def values(**fields) -> dict:
    return {"token": new_token(), "subject": "Your question", "text": "Dear Amara", **fields}


def form_of(response):
    return response.context["reply_form"]


def compose(desk, lead, **query):
    return desk.get(step("reply", lead), query)


def post(desk, lead, **fields):
    return desk.post(step("reply", lead), values(**fields), follow=True)


# Writing


def test_a_template_begins_the_reply_with_its_variables_filled_in(desk, lead, template):
    form = form_of(compose(desk, lead, template=template.pk))
    assert form["subject"].value() == "About Microneedling"
    assert form["text"].value() == "Dear Amara,\nthank you."


def test_staff_see_to_whom_and_from_whom_and_what_stands_below(desk, lead, clinic, settings):
    settings.DEFAULT_FROM_EMAIL = "website@clinic.example"
    clinic.email = "hello@clinic.example"
    clinic.save()
    text = text_of(compose(desk, lead))
    for shown in ("amara@example.com", "Wren & Rowe <website@clinic.example>", "hello@clinic.example", "020 7946 0321"):
        assert shown in text


def test_somebody_who_would_rather_be_called_is_shown_as_such(desk, lead):
    assert "They prefer" not in text_of(compose(desk, lead))
    type(lead).objects.update(preferred_contact="phone")
    assert "Phone call, 020 7946 0123" in text_of(compose(desk, lead))


def test_what_they_wrote_stands_beside_the_reply(desk, lead):
    factories.EnquiryFactory(lead=lead, message="Does it <b>hurt</b>?")
    response = compose(desk, lead)
    assert "Does it &lt;b&gt;hurt&lt;/b&gt;?" in response.content.decode()


def test_what_they_agreed_to_is_shown(desk, lead):
    give_consent(lead)
    text = text_of(compose(desk, lead))
    assert "marketing-email" in text
    assert "Given, confirmed by mail" in text


def test_no_templates_yet_says_who_writes_them(desk, lead):
    assert "There are no templates yet." in text_of(compose(desk, lead))


def test_archived_templates_and_those_of_other_sites_are_not_offered(desk, lead, template, home_page):
    other = Site.objects.create(hostname="other.example", root_page=home_page, port=8080)
    elsewhere = ReplyTemplate.objects.create(title="Elsewhere", subject="x", text="x", site=other)
    archived = ReplyTemplate.objects.create(title="Archived one", subject="x", text="x", is_archived=True)
    text = text_of(compose(desk, lead))
    assert "First answer" in text
    assert "Elsewhere" not in text
    assert "Archived one" not in text
    for one in (elsewhere, archived):
        assert form_of(compose(desk, lead, template=one.pk))["text"].value() in (None, "")


@pytest.mark.parametrize("nonsense", ["", "0", "999999", "abc", "-1", "9" * 40, "1.5", "\0", "1;drop", "²", "None"])
def test_a_template_that_makes_no_sense_is_ignored(desk, lead, nonsense):
    form = form_of(compose(desk, lead, template=nonsense))
    assert not form["text"].value()


def test_what_a_text_still_lacks_is_said_before_anybody_presses_send(desk, lead):
    template = ReplyTemplate.objects.create(title="x", subject="x", text="We see you {{ consultation }}.")
    text = text_of(compose(desk, lead, template=template.pk))
    assert "No consultation is booked." in text
    assert "We see you {{ consultation }}." in text


def test_somebody_without_an_address_is_to_be_called(desk):
    lead = factories.LeadFactory(email="", phone="020 7946 0123", phone_e164="+442079460123")
    text = text_of(compose(desk, lead))
    assert "left no e-mail address" in text
    assert "tel:+442079460123" in text
    assert "<textarea" not in text
    assert "left no e-mail address" in text_of(post(desk, lead))
    assert not Reply.objects.exists()


# Sending


def test_a_reply_is_sent_and_the_lead_page_says_so(desk, desk_user, lead, template):
    response = post(desk, lead, template=template.pk)
    assert response.redirect_chain == [(lead_page(lead), 302)]
    assert "The reply to Amara Osei is on its way." in said(response)
    reply = Reply.objects.get()
    assert (reply.author, reply.template, reply.text) == (desk_user, template, "Dear Amara")
    assert ModelLogEntry.objects.get(action="leads.reply").label == lead.reference
    run_due()
    assert mail.outbox[0].to == ["amara@example.com"]


def test_pressed_twice_it_is_sent_once(desk, lead):
    fields = values()
    for _press in range(2):
        assert desk.post(step("reply", lead), fields).url == lead_page(lead)
    run_due()
    assert len(mail.outbox) == Reply.objects.count() == 1


def test_a_variable_that_somebody_writes_by_hand_is_filled_in(desk, lead):
    post(desk, lead, subject="{{ subject }}", text="Dear {{first_name}}")
    assert Reply.objects.values_list("subject", "text").get() == ("Microneedling", "Dear Amara")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Dear {{ nickname }}, hello", "There is no variable {{ nickname }}. Known are: name, first_name"),
        ("Dear {{ first_name }, hello", "Braces are left over."),
        ("See you {{ consultation }}!", "No consultation is booked."),
        ("  ", "Write something before you send it."),
        ("x" * 10_001, "A reply has room for 10000 characters; this one has 10001."),
        ("nul\0", "Null characters are not allowed."),
    ],
)
def test_a_text_that_cannot_be_sent_says_why_and_is_kept(desk, lead, text, reason):
    response = post(desk, lead, text=text)
    assert reason in text_of(response)
    assert "The reply was not sent." in said(response)
    assert form_of(response)["text"].value() == text
    assert not Delivery.objects.exists()


def test_a_subject_with_an_unknown_variable_is_refused_too(desk, lead):
    assert "There is no variable {{ x }}." in text_of(post(desk, lead, subject="{{ x }}"))
    assert not Delivery.objects.exists()


def test_a_name_that_looks_like_a_variable_is_not_filled_in(desk, lead, clinic):
    factories.EnquiryFactory(lead=lead)
    type(lead).objects.filter(pk=lead.pk).update(name="{{ clinic_phone }}")
    response = post(desk, lead, text="Dear {{ name }}")
    assert "It would be sent as it stands." in text_of(response)
    assert not Delivery.objects.exists()


def test_the_appointment_is_attached_on_request(desk, desk_user, lead):
    assert "Attach the appointment" not in text_of(compose(desk, lead))
    lead.book(timezone.now() + timedelta(days=2), by=desk_user)
    assert "Attach the appointment" in text_of(compose(desk, lead))
    post(desk, lead, with_appointment="on")
    assert Reply.objects.get().consultation_at == lead.consultation_at


def test_a_template_that_names_the_consultation_brings_the_appointment_along(desk, desk_user, lead, template):
    lead.book(timezone.now() + timedelta(days=2), by=desk_user)
    booked = ReplyTemplate.objects.create(title="x", subject="x", text="See you {{consultation}}.")
    assert form_of(compose(desk, lead, template=booked.pk))["with_appointment"].value() is True
    assert not form_of(compose(desk, lead, template=template.pk))["with_appointment"].value()


def test_an_appointment_that_was_given_up_meanwhile_is_not_left_out_in_silence(desk, lead):
    response = post(desk, lead, with_appointment="on")
    assert "No consultation is booked, so there is no appointment to attach." in text_of(response)
    assert not Reply.objects.exists()


def test_what_a_colleague_did_meanwhile_is_said_once_and_the_text_is_kept(desk, lead):
    seen = form_of(compose(desk, lead))["seen_activity"].value()
    colleague = factories.make_user(first_name="Ben", last_name="Whitlock")
    lead.mark_contacted(by=colleague)
    fields = values(seen_activity=seen)
    response = desk.post(step("reply", lead), fields)
    assert "Meanwhile something happened." in text_of(response)
    assert "Ben Whitlock reached the person" in text_of(response)
    assert form_of(response)["text"].value() == "Dear Amara"
    assert not Reply.objects.exists()
    desk.post(step("reply", lead), fields | {"seen_activity": form_of(response)["seen_activity"].value()})
    assert Reply.objects.exists()


def test_ones_own_steps_are_no_news(desk, desk_user, lead):
    seen = form_of(compose(desk, lead))["seen_activity"].value()
    lead.mark_contacted(by=desk_user)
    post(desk, lead, seen_activity=seen)
    assert Reply.objects.exists()


# Consents


@pytest.mark.parametrize(
    ("consent", "state"),
    [
        (None, "This person was not asked for it."),
        ({"is_given": False, "is_confirmed": False}, "Not given."),
        ({"is_confirmed": False}, "does not count until it is confirmed by mail."),
        ({"withdrawn_at": timezone.now()}, "Withdrawn"),
    ],
)
def test_a_template_without_its_consent_is_shown_with_the_reason_and_refused(desk, lead, offer, consent, state):
    if consent is not None:
        give_consent(lead, **consent)
    response = compose(desk, lead, template=offer.pk)
    assert "Needs the consent “marketing-email”." in text_of(response)
    assert state in text_of(response)
    assert f"?template={offer.pk}" not in text_of(response)
    assert not form_of(response)["text"].value()
    refused = post(desk, lead, template=offer.pk, text="Words of my own")
    assert "no consent to “marketing-email” that counts" in text_of(refused)
    assert form_of(refused)["text"].value() == "Words of my own"
    assert not Delivery.objects.exists()


def test_with_the_consent_it_can_be_chosen_and_sent(desk, lead, offer):
    give_consent(lead)
    response = compose(desk, lead, template=offer.pk)
    assert form_of(response)["text"].value() == "Come."
    assert "A link with which they withdraw their consent" in text_of(response)
    post(desk, lead, template=offer.pk)
    assert Delivery.objects.get().payload == {"purpose": "marketing-email"}


def test_archiving_a_template_frees_nobody_from_its_consent(desk, lead, offer):
    ReplyTemplate.objects.update(is_archived=True)
    assert "no consent" in text_of(post(desk, lead, template=offer.pk))


def test_a_template_that_is_gone_is_no_answer_by_itself(desk, lead):
    response = post(desk, lead, template="999999")
    assert "does not exist any more" in text_of(response)
    assert not Delivery.objects.exists()


# Who, and with what


@pytest.mark.parametrize("permissions", [["leads.view_lead"], ["leads.change_lead"], []])
def test_writing_needs_the_permission_to_change_leads(client, lead, permissions):
    client.force_login(factories.make_user(*permissions))
    assert client.get(step("reply", lead)).status_code == 403
    assert client.post(step("reply", lead), values()).status_code == 403
    assert not Reply.objects.exists()


def test_the_person_of_another_sites_lead_is_not_written_to(client, lead, home_page):
    other = Site.objects.create(hostname="other.example", root_page=home_page, port=8080)
    user = factories.make_user()
    group = Group.objects.create(name="Other site")
    for permission in Permission.objects.filter(codename__in=["view_lead", "change_lead"]):
        GroupSitePermission.objects.create(group=group, site=other, permission=permission)
    user.groups.add(group)
    client.force_login(user)
    assert client.get(step("reply", lead)).status_code == 404
    assert client.post(step("reply", lead), values()).status_code == 404
    type(lead).objects.update(site=other)
    assert client.get(step("reply", lead)).status_code == 200


def test_visitors_are_sent_to_the_login(client, lead):
    assert client.get(step("reply", lead)).url.startswith("/admin/login/")


@pytest.mark.parametrize("pk", ["0", "999999", "abc", "9" * 30])
def test_a_lead_that_does_not_exist_is_not_found(desk, pk):
    assert desk.get(f"/admin/leads/lead/reply/{pk}/").status_code == 404
    assert desk.post(f"/admin/leads/lead/reply/{pk}/", values()).status_code == 404


def test_a_post_from_another_site_is_refused(client, desk_user, lead):
    client.handler.enforce_csrf_checks = True
    client.force_login(desk_user)
    assert client.post(step("reply", lead), values()).status_code == 403


@pytest.mark.parametrize("field", ["token", "template", "subject", "text", "seen_activity", "with_appointment"])
@pytest.mark.parametrize("nonsense", ["\0", "9" * 300, "-1", "abc", "{{", "%s%n", "\ud83d", "²", "[]", "None"])
def test_nonsense_in_a_post_is_never_an_error(desk, lead, template, field, nonsense):
    nonsense = nonsense.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    assert desk.post(step("reply", lead), values(**{field: nonsense})).status_code in {200, 302}


def test_an_empty_post_is_never_an_error(desk, lead):
    assert desk.post(step("reply", lead), {}).status_code == 200


def test_a_token_that_we_did_not_make_comes_back_with_the_text(desk, lead):
    response = post(desk, lead, token="nonsense")
    assert "Look at the text once more, then send it." in text_of(response)
    assert form_of(response)["text"].value() == "Dear Amara"
    token = form_of(response)["token"].value()
    assert re.fullmatch("[0-9a-f]{32}", token)


def test_the_page_takes_the_same_queries_however_much_there_is(desk, desk_user, lead, template):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            compose(desk, lead, template=template.pk)
        return len(captured)

    queries()
    few = queries()
    for number in range(6):
        ReplyTemplate.objects.create(title=f"T{number}", subject="x", text="x", purpose="marketing-email")
        give_consent(lead, f"purpose-{number}")
        factories.EnquiryFactory(lead=lead, site=lead.site)
        send_reply(lead, subject="x", text="x", by=desk_user)
    assert queries() == few
    assert few <= 25


def test_a_reply_that_did_not_arrive_is_seen_on_the_lead_and_can_be_sent_again(desk, lead, settings):
    post(desk, lead)
    settings.EMAIL_BACKEND = "tests.leads.broken_mail.Backend"
    run_due()
    text = text_of(desk.get(lead_page(lead)))
    assert "Given up: the visitor did not get it." in text
    assert "did not reach the person" in text
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    desk.post(f"/admin/leads/lead/messages/send_again/{Delivery.objects.get().pk}/")
    run_due()
    assert mail.outbox[0].to == ["amara@example.com"]
    assert lead.activities.filter(kind=ActivityKind.REPLY).count() == 1
    lead.refresh_from_db()
    assert lead.status == LeadStatus.ATTEMPTED


def test_who_owns_a_lead_gets_the_consultation_that_a_colleague_books(desk, desk_user, lead):
    owner = factories.make_user("leads.view_lead")
    lead.assign(owner, by=desk_user)
    day = timezone.localdate() + timedelta(days=3)
    desk.post(step("book", lead), {"date": day.isoformat(), "time": "10:30", "minutes": 30, "seen_activity": "999999"})
    assert Delivery.objects.get(kind="appointment").recipient == owner.email
