"""Before and after: shown while the person agrees, with how typical it is, comparable by everybody."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from treatment_pages.blocks.before_after import BeforeAfterBlock
from treatment_pages.models import ImageConsent

FIELDS = {"heading": "What changed", "sessions": 3, "weeks_after": 12, "note": "Most people see less change."}


def days(number: int):
    return timezone.localdate() + timedelta(days=number)


@pytest.fixture
def consent(db):
    return ImageConsent.objects.create(reference="C-1", given_on=days(-30))


@pytest.fixture
def pair(picture, consent):
    sides = {side: {"image": picture, "alt": f"Cheek {side}"} for side in ("before", "after")}
    return FIELDS | sides | {"consent": consent}


@pytest.fixture
def page_of(client, treatment_page, clinic, pair):
    """The page's HTML as a visitor reads it after the block was published."""
    treatment_page.body = [("before_after", pair), ("section", {"heading": "More"}), ("section", {"heading": "Last"})]
    treatment_page.save_revision().publish()
    return lambda: client.get(treatment_page.url).content.decode()


def refused(value) -> dict[str, str]:
    block = BeforeAfterBlock()
    with pytest.raises(ValidationError) as error:
        block.clean(block.normalize(value))
    return {name: " ".join(one.messages) for name, one in error.value.block_errors.items()}


def test_both_pictures_are_named_and_the_circumstances_told(page_of):
    html = page_of()

    assert html.index('alt="Cheek before"') < html.index('alt="Cheek after"')
    assert "After 3 sessions, 12 weeks later." in html
    assert "Most people see less change." in html
    assert 'href="#what-changed"' in html


@pytest.mark.parametrize(
    ("sessions", "weeks", "told"),
    [(1, 1, "After 1 session, 1 week later"), (2, None, "After 2 sessions"), (None, 3, "3 weeks later"), (0, 0, "")],
)
def test_circumstances_tell_what_is_known(sessions, weeks, told, db):
    assert BeforeAfterBlock().normalize({"sessions": sessions, "weeks_after": weeks}).circumstances == told


@pytest.mark.parametrize(
    "change", [{"withdrawn_on": days(0)}, {"expires_on": days(-1)}], ids=["withdrawn today", "ended yesterday"]
)
def test_pictures_disappear_from_a_published_page_when_the_consent_ends(change, page_of, consent):
    assert "tp-compare" in page_of()

    ImageConsent.objects.filter(pk=consent.pk).update(**change)

    html = page_of()
    assert "tp-compare" not in html
    assert "What changed" not in html
    assert "what-changed" not in html


def test_pictures_disappear_with_a_deleted_picture(page_of, picture):
    picture.delete()

    assert "What changed" not in page_of()


def test_lapsed_consent_hides_the_pictures_from_programs_too(pair, consent):
    consent.withdrawn_on = days(0)
    block = BeforeAfterBlock()
    value = block.normalize(pair)

    assert block.get_api_representation(value) is None
    assert block.render(value) == ""


def test_pair_with_consent_and_note_is_published(pair):
    block = BeforeAfterBlock()

    assert block.clean(block.normalize(pair)).is_shown


def test_pair_without_consent_is_not_published(pair):
    assert "Choose the consent" in refused(pair | {"consent": None})["consent"]


def test_pair_with_a_lapsed_consent_is_not_published(pair, consent):
    consent.expires_on = days(-1)
    consent.save()

    assert "ended on" in refused(pair)["consent"]


def test_pair_needs_to_say_how_typical_it_is(pair):
    assert "how typical" in refused(pair | {"note": " "})["note"]


def test_each_picture_is_described(pair):
    assert "before" in refused(pair | {"before": pair["before"] | {"alt": ""}})
