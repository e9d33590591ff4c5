"""Card images: drawn from what the page shows, kept for ever, and nobody can have others drawn."""

import io
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from tests import factories
from treatment_pages.card_image import CARD_SIZE, TEXT_WIDTH, _fitted, card_digest, card_path, draw_card

FONT = Path(__file__).parents[2] / "static/fonts/newsreader-display-latin.woff2"


def stored() -> list[str]:
    return default_storage.listdir("treatment-cards")[1] if default_storage.exists("treatment-cards") else []


def test_a_card_is_a_png_of_the_shape_that_networks_show():
    card = Image.open(io.BytesIO(draw_card("Microneedling", "Wren & Rowe")))
    assert (card.format, card.size) == ("PNG", CARD_SIZE)


def test_a_card_shows_the_title_in_the_clinics_colours(settings):
    settings.TREATMENT_PAGES = {"CARD_COLOURS": {"paper": "#ffffff", "ink": "#000000", "accent": "#0000ff"}}
    card = Image.open(io.BytesIO(draw_card("Microneedling", "Wren & Rowe"))).convert("RGB")
    assert card.getpixel((5, 5)) == (255, 255, 255)
    text = card.crop((60, 60, 900, 450))
    assert min(text.convert("L").getextrema()) == 0
    blank = Image.open(io.BytesIO(draw_card("", "Wren & Rowe"))).convert("RGB").crop((60, 60, 900, 450))
    assert blank.convert("L").getextrema()[0] > 0


def test_a_font_of_the_project_is_used(settings):
    settings.TREATMENT_PAGES = {}
    plain = draw_card("Microneedling", "Wren & Rowe")
    settings.TREATMENT_PAGES = {"CARD_FONT": FONT}
    assert draw_card("Microneedling", "Wren & Rowe") != plain


@pytest.mark.parametrize("title", ["", "W" * 255, "Peel " * 60, "Laser hair removal and what a course of it costs"])
def test_every_title_has_room(title):
    lines, font = _fitted(title)
    assert all(font.getlength(line) <= TEXT_WIDTH for line in lines)
    assert len(lines) * font.size * 1.12 <= 452 - 84
    assert draw_card(title, "Wren & Rowe")


def test_a_title_that_is_too_long_ends_in_an_ellipsis():
    lines, _font = _fitted("Peel " * 90)
    assert lines[-1].endswith("…")


def test_the_digest_changes_with_all_that_the_card_shows(settings):
    digests = {card_digest("Peel", "Wren & Rowe"), card_digest("Peels", "Wren & Rowe"), card_digest("Peel", "Other")}
    settings.TREATMENT_PAGES = {"CARD_COLOURS": {"paper": "#fff", "ink": "#000", "accent": "#00f"}}
    assert len(digests | {card_digest("Peel", "Wren & Rowe")}) == 4


def test_publishing_draws_the_card(treatment_page, clinic, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        treatment_page.save_revision().publish()
    assert stored() == [f"{treatment_page.pk}-{card_digest(treatment_page.title, clinic.name)}.png"]


def test_a_page_with_a_picture_needs_no_card(treatment_page, clinic, picture, django_capture_on_commit_callbacks):
    treatment_page.hero_image = picture
    with django_capture_on_commit_callbacks(execute=True):
        treatment_page.save_revision().publish()
    assert stored() == []


def test_a_card_is_served_for_ever(client, treatment_page, clinic):
    response = client.get(card_path(treatment_page, clinic.name))
    assert response.status_code == 200
    assert response["Content-Type"] == "image/png"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert not response.cookies
    assert "language" not in response.get("Vary", "").lower()


def test_a_card_is_drawn_once(client, treatment_page, clinic, monkeypatch):
    first = client.get(card_path(treatment_page, clinic.name)).content
    monkeypatch.setattr("treatment_pages.card_image.draw_card", lambda *shown: pytest.fail("drawn again"))
    assert client.get(card_path(treatment_page, clinic.name)).content == first


def test_nobody_can_have_other_cards_drawn(client, treatment_page, clinic):
    for digest in ("0" * 32, card_digest("Free money", clinic.name), card_digest(treatment_page.title, "Other")):
        assert client.get(f"/cards/{treatment_page.pk}/{digest}.png").status_code == 404
    assert stored() == []


@pytest.mark.parametrize("path", ["/cards/0/x.png", "/cards/99999999999/" + "0" * 32 + ".png", "/cards/1/../../x.png"])
def test_nonsense_is_not_found(client, treatment_page, path):
    assert client.get(path).status_code == 404


def test_a_draft_has_no_card(client, treatment_index, clinic):
    draft = factories.TreatmentPageFactory(parent=treatment_index, live=False)
    assert client.get(card_path(draft, clinic.name)).status_code == 404


def test_an_old_card_stays_while_links_to_it_are_about(client, treatment_page, clinic):
    old = card_path(treatment_page, clinic.name)
    client.get(old)
    treatment_page.title = "Needling"
    treatment_page.save_revision().publish()
    assert client.get(old).status_code == 200
