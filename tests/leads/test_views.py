"""The public pages of the enquiry forms, from a visitor's browser."""

import re
from html import unescape
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, OperationalError
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page, Site

from leads import views
from leads.models import Enquiry, Lead
from tests.factories import make_form
from tests.leads.pages import answers, hidden_values

pytestmark = pytest.mark.django_db

FORM = "/enquiries/consultation/"
SCRIPT = {"Accept": "application/json"}
SHOWN_VALUE = re.compile(r'name="(\w+)" value="([^"]*)"')
PART = b'--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nAda \xff\r\n--x--\r\n'


# Errors


def test_what_is_missing_is_said_beside_the_field_and_above_the_form(client, hidden):
    response = client.post(FORM, hidden | answers(name="", email="", message="Please keep <b>this</b>"))
    html = response.content.decode()
    assert response.status_code == 422
    assert '<a href="#enquiry-form-1-name">Enter your name so that we know how to address you.</a>' in html
    assert 'id="enquiry-form-1-name_error"' in html
    assert 'aria-invalid="true" aria-describedby="enquiry-form-1-name_error"' in html
    assert 'role="alert" tabindex="-1" data-leads-errors autofocus' in html
    assert "Please keep &lt;b&gt;this&lt;/b&gt;" in html
    assert Enquiry.objects.count() == 0


def test_the_page_is_not_forgotten_while_errors_are_mended(client, hidden, treatment_page):
    response = client.post(FORM, hidden | answers(name=""))
    assert hidden_values(response)["context"] == hidden["context"]
    client.post(FORM, hidden_values(response) | answers())
    assert Enquiry.objects.get().page.pk == treatment_page.pk


def test_a_broken_context_is_mended_with_the_errors(client, clinic):
    client.post(FORM, hidden_values(client.post(FORM, answers(name="", context="x"))) | answers())
    assert Enquiry.objects.get().flags == []


def test_an_error_at_an_unknown_address_shows_a_form_that_works(client, clinic):
    response = client.post("/enquiries/nobody-knows/", answers(name=""))
    assert response.status_code == 422
    assert f'action="{FORM}"' in response.content.decode()


def test_an_error_without_any_form_shows_the_standard_fields(client, home_page):
    response = client.post("/enquiries/nobody-knows/", answers(name=""))
    assert response.status_code == 422
    assert 'action="/enquiries/nobody-knows/"' in response.content.decode()


def test_the_script_gets_the_errors_by_field(client, hidden):
    response = client.post(FORM, hidden | answers(name=""), headers=SCRIPT)
    assert response.status_code == 422
    assert response.json() == {"errors": {"name": ["Enter your name so that we know how to address you."]}}


@pytest.mark.parametrize("headers", [{}, SCRIPT], ids=["browser", "script"])
@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        pytest.param(b"a=" + b"x" * 3_000_000, "application/x-www-form-urlencoded", 413, id="too big"),
        pytest.param(b"&".join([b"a=1"] * 10_001), "application/x-www-form-urlencoded", 413, id="too many fields"),
        pytest.param(b"a=1", "application/x-www-form-urlencoded; charset=utf-16", 400, id="other charset"),
        pytest.param(b"a=1", "multipart/form-data", 400, id="multipart without boundary"),
        pytest.param(PART, "multipart/form-data; boundary=x; charset=hex", 400, id="charset that is none for text"),
        pytest.param(PART, "multipart/form-data; boundary=x; charset=punycode", 400, id="charset of other bytes"),
        pytest.param(b"nonsense", "multipart/form-data; boundary=x", 422, id="multipart without parts"),
        pytest.param(b"\xff\xfe\x00", "application/x-www-form-urlencoded", 422, id="bytes"),
        pytest.param(b"{}", "application/json", 422, id="JSON"),
        pytest.param(b"", "", 422, id="nothing"),
    ],
)
def test_a_body_that_is_no_enquiry_gets_an_answer(client, clinic, body, content_type, status, headers):
    response = client.generic("POST", FORM, body, content_type=content_type, headers=headers)
    assert response.status_code == status
    if headers:
        assert response.json()["errors"]
    else:
        assert "020 7946 0321" in response.content.decode()


def test_files_are_ignored(client, hidden):
    upload = SimpleUploadedFile("scar.jpg", b"\xff\xd8")
    assert client.post(FORM, hidden | answers() | {"photo": upload}).status_code == 303


text = st.text(max_size=60)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    values=st.dictionaries(
        st.sampled_from(["name", "email", "phone", "preferred_contact", "message", "context", "client_key", "elapsed"])
        | text,
        text,
    ),
    slug=st.text(st.characters(exclude_characters="/", exclude_categories=["Cs"]), min_size=1, max_size=30),
    query=text,
)
def test_no_nonsense_is_answered_with_an_error_of_ours(client, clinic, values, slug, query):
    headers = {"Referer": f"http://testserver/?{quote(query)}", "Accept": quote(query)}
    for address in (FORM, f"/enquiries/{quote(slug)}/"):
        reply = client.post(f"{address}?{quote(query)}", answers(**values), headers=headers)
        assert reply.status_code in {303, 422}
    assert client.get(f"/enquiries/thanks/?ref={quote(query)}").status_code == 200


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "trace"])
@pytest.mark.parametrize("address", [FORM, "/enquiries/thanks/"])
def test_other_methods_are_refused(client, clinic, method, address):
    assert getattr(client, method)(address).status_code == 405


def test_nothing_is_posted_to_the_thank_you_page(client, clinic):
    assert client.post("/enquiries/thanks/", answers()).status_code == 405


# The database is away


def fail(*arguments):
    raise OperationalError("the database is away")


def refuse(*arguments):
    raise IntegrityError("DETAIL: Failing row contains (1, Ada Example, ada@example.com)")


@pytest.fixture(params=["clinic_for", "capture"])
def database_away(request, monkeypatch):
    """At the first look, or only when the enquiry is stored."""
    monkeypatch.setattr(views, request.param, fail)


def test_without_a_database_nobody_is_thanked_and_nothing_is_lost(client, hidden, database_away):
    response = client.post(FORM, hidden | answers(message='Keep "this" <b>'))
    html = response.content.decode()
    assert response.status_code == 503
    assert response["Cache-Control"] == "no-store"
    assert '<input type="hidden" name="message" value="Keep &quot;this&quot; &lt;b&gt;">' in html
    assert f'name="context" value="{hidden["context"]}"' in html
    assert "020 7946 0321" in html
    assert not response.cookies


def test_what_the_database_refuses_is_handed_back_and_named_in_no_log(client, hidden, monkeypatch, caplog):
    monkeypatch.setattr(views, "capture", refuse)
    response = client.post(FORM, hidden | answers(message="Keep this"))
    assert response.status_code == 503
    assert 'name="message" value="Keep this"' in response.content.decode()
    assert "IntegrityError" in caplog.text
    assert "Ada" not in caplog.text


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("gone", [Page, Site], ids=["page", "site"])
def test_what_is_deleted_at_the_instant_of_sending_loses_nothing(client, hidden, monkeypatch, treatment_page, gone):
    """The deletion is committed after the post was read and before it is stored."""
    real = views.capture

    def delete_first(submission):
        gone.objects.get(pk=treatment_page.pk if gone is Page else submission.site.pk).delete()
        monkeypatch.setattr(views, "capture", real)
        return real(submission)

    monkeypatch.setattr(views, "capture", delete_first)
    handed_back = client.post(FORM, hidden | answers())
    assert handed_back.status_code == 503
    posted = {name: unescape(value) for name, value in SHOWN_VALUE.findall(handed_back.content.decode())}
    assert client.post(FORM, posted).status_code == 303
    assert Enquiry.objects.get().name == "Ada Example"


def test_what_was_handed_back_can_be_sent_again(client, hidden, monkeypatch):
    with monkeypatch.context() as away:
        away.setattr(views, "capture", fail)
        html = client.post(FORM, hidden | answers()).content.decode()
    again = {name: unescape(value) for name, value in SHOWN_VALUE.findall(html)}
    assert client.post(FORM, again).status_code == 303
    assert Enquiry.objects.get().flags == []


def test_the_script_learns_that_it_should_try_again(client, hidden, database_away):
    assert client.post(FORM, hidden | answers(), headers=SCRIPT).status_code == 503


# Too many at once

EXCEEDED = {"X-Enquiry-Limit": "exceeded"}


def test_one_of_too_many_gets_the_text_back_and_the_clinics_own_number(client, hidden, clinic):
    clinic.phone = "020 7946 0555"
    clinic.save()
    response = client.post(FORM, hidden | answers(message='Keep "this" <b>'), headers=EXCEEDED)
    html = response.content.decode()
    assert (response.status_code, response["Retry-After"]) == (429, "60")
    assert response["Cache-Control"] == "no-store"
    assert '<input type="hidden" name="message" value="Keep &quot;this&quot; &lt;b&gt;">' in html
    assert '<a href="tel:02079460555">020 7946 0555</a>' in html
    assert not response.cookies
    assert Enquiry.objects.count() == 0


def test_one_of_too_many_can_send_the_same_again(client, hidden):
    html = client.post(FORM, hidden | answers(), headers=EXCEEDED).content.decode()
    again = {name: unescape(value) for name, value in SHOWN_VALUE.findall(html)}
    assert client.post(FORM, again).status_code == 303
    assert Enquiry.objects.get().flags == []


def test_the_script_of_one_of_too_many_learns_of_no_errors_to_mend(client, hidden):
    response = client.post(FORM, hidden | answers(), headers=SCRIPT | EXCEEDED)
    assert (response.status_code, response.json()) == (429, {})


def test_an_answer_to_one_of_too_many_is_cheap(client, hidden, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        client.post(FORM, hidden | answers(), headers=EXCEEDED)


# The form alone


def test_the_form_has_a_page_of_its_own(client, clinic):
    response = client.get(FORM)
    html = response.content.decode()
    assert response.status_code == 200
    assert "<h1" in html
    assert html.count("data-leads-form\n") + html.count("data-leads-form ") == 1
    assert response.content == Client().get(FORM).content


@pytest.mark.parametrize("slug", ["nobody-knows", "%00", "%F0%9F%92%A9", "a" * 300])
def test_an_unknown_form_has_no_page(client, clinic, slug):
    assert client.get(f"/enquiries/{slug}/").status_code == 404


def test_in_place_of_an_archived_form_stands_the_clinics_own(client, clinic):
    make_form("old", is_archived=True)
    assert f'action="{FORM}"' in client.get("/enquiries/old/").content.decode()


def test_an_archived_form_without_a_successor_has_no_page(client, site):
    make_form("old", is_archived=True)
    assert client.get("/enquiries/old/").status_code == 404


def test_everything_works_without_a_site(client, enquiry_form):
    Site.objects.all().delete()
    assert client.get(FORM).status_code == 200
    response = client.post(FORM, hidden_values(client.get(FORM)) | answers())
    assert response.status_code == 303
    assert client.get(response["Location"]).status_code == 200
    assert Lead.objects.get().site is None


# Thanks


def test_thanks_say_what_happens_next_and_nothing_about_the_visitor(client, hidden):
    response = client.get(client.post(FORM, hidden | answers(message="My scars"))["Location"])
    html = response.content.decode()
    assert Enquiry.objects.get().reference in html
    assert "We answer within 4 opening hours." in html
    assert "tel:02079460321" in html
    assert not [word for word in ("Ada", "ada@example.com", "scars") if word in html]


def test_thanks_are_kept_by_no_cache_and_no_search_engine(client, hidden):
    response = client.get(client.post(FORM, hidden | answers())["Location"])
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in response.content.decode()


@pytest.mark.parametrize("reference", ["", "E-7K4M2Q", "<script>", "\x00"])
def test_a_reference_that_is_not_signed_is_not_shown(client, clinic, reference):
    html = client.get("/enquiries/thanks/", {"ref": reference}).content.decode()
    assert "leads-thanks__reference" not in html
    assert "E-7K4M2Q" not in html


def test_answers_to_a_post_are_kept_by_no_cache(client, hidden):
    for headers in ({}, SCRIPT):
        for posted in (answers(), answers(name="")):
            assert client.post(FORM, hidden | posted, headers=headers)["Cache-Control"] == "no-store"
