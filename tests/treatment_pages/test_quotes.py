"""Other people's words: attributed, and a client's only while the client agrees."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.blocks.struct_block import StructBlockValidationError

from tests import factories
from treatment_pages.blocks import quotes

QUOTE = quotes.QuoteBlock()
TESTIMONIAL = quotes.TestimonialBlock()


@pytest.fixture
def consent(db):
    return factories.ImageConsentFactory(reference="C-2026-014")


def client_words(**fields):
    return TESTIMONIAL.normalize({"text": "They took their time.", "who": "Mrs K.", "provenance": "letter", **fields})


def errors(value) -> dict[str, list[str]]:
    with pytest.raises(StructBlockValidationError) as error:
        TESTIMONIAL.clean(value)
    return {name: problem.messages for name, problem in error.value.block_errors.items()}


def test_a_quotation_is_a_figure_with_its_speaker():
    html = QUOTE.render(QUOTE.normalize({"text": "Be <kind>.", "attribution": "A & B", "role": "Nurse"}))
    assert "<blockquote><p>Be &lt;kind&gt;.</p></blockquote>" in html
    assert html.index("<blockquote>") < html.index("<figcaption>") < html.index("A &amp; B") < html.index("Nurse")


def test_a_quotation_of_nobody_is_not_published():
    with pytest.raises(StructBlockValidationError) as error:
        QUOTE.clean(QUOTE.normalize({"text": "Be kind."}))
    assert list(error.value.block_errors) == ["attribution"]


@pytest.mark.parametrize(
    ("provenance", "note", "told"),
    [
        ("letter", "", "From a letter to the clinic"),
        ("public_review", "March 2026", "From a public review, March 2026"),
        ("interview", "", "Told in an interview"),
        ("", "March 2026", ""),
        ("rumour", "", ""),
    ],
)
def test_readers_are_told_where_the_words_come_from(provenance, note, told):
    assert client_words(provenance=provenance, provenance_note=note).origin == told


def test_readers_are_told_what_the_person_got_for_it(consent):
    html = TESTIMONIAL.render(client_words(consent=consent, incentive="a <free> peel"))
    assert "The person received a &lt;free&gt; peel in return." in html
    assert "in return" not in TESTIMONIAL.render(client_words(consent=consent))


def test_words_with_provenance_and_consent_are_published(consent):
    assert TESTIMONIAL.clean(client_words(consent=consent))["who"] == "Mrs K."


def test_words_of_unknown_provenance_are_not_published(consent):
    assert errors(client_words(consent=consent, provenance="")) == {
        "provenance": ["Say where these words come from, or remove the testimonial."]
    }


def test_words_without_a_consent_are_neither_published_nor_shown():
    assert errors(client_words()) == {"consent": ["Choose the consent of the person, or remove the testimonial."]}
    assert TESTIMONIAL.render(client_words()).strip() == ""


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"expires_on": date(2026, 3, 31)}, "The consent C-2026-014 ended on 31 Mar 2026."),
        ({"withdrawn_on": date(2026, 4, 1)}, "The consent C-2026-014 ended on 1 Apr 2026."),
        (
            {"withdrawn_on": date(2026, 4, 1), "expires_on": date(2026, 3, 31)},
            "The consent C-2026-014 ended on 31 Mar 2026.",
        ),
        ({"given_on": date(2999, 1, 1)}, "The consent C-2026-014 only starts on 1 Jan 2999."),
    ],
)
def test_a_consent_out_of_force_is_named_with_its_day(consent, fields, message):
    for name, value in fields.items():
        setattr(consent, name, value)
    consent.save()
    assert errors(client_words(consent=consent)) == {
        "consent": [f"{message} Choose another or remove the testimonial."]
    }


def test_words_are_shown_until_the_consent_lapses(consent):
    today = timezone.localdate()
    consent.expires_on = today
    assert "They took their time." in TESTIMONIAL.render(client_words(consent=consent))
    consent.expires_on = today - timedelta(days=1)
    assert TESTIMONIAL.render(client_words(consent=consent)).strip() == ""


def test_words_whose_consent_was_deleted_are_not_shown(consent):
    stored = TESTIMONIAL.get_prep_value(client_words(consent=consent))
    consent.delete()
    assert TESTIMONIAL.render(TESTIMONIAL.to_python(stored)).strip() == ""


def test_a_draft_may_lack_everything():
    empty = TESTIMONIAL.get_default()
    assert TESTIMONIAL.clean_deferred(empty)["consent"] is None


def test_a_lapsed_testimonial_leaves_no_trace_on_the_page(client, clinic, treatment_page, consent):
    treatment_page.body = [("testimonial", client_words(consent=consent)), ("quote", {"text": "Be kind."})]
    treatment_page.save_revision().publish()
    assert "They took their time." in client.get(treatment_page.url).content.decode()
    consent.withdrawn_on = timezone.localdate()
    consent.save()
    page = type(treatment_page).objects.get()
    assert [section.block.block_type for section in page.sections] == ["quote"]
