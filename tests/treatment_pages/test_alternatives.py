"""Other ways, with links to what visitors can open."""

import pytest

from tests import factories
from treatment_pages.blocks.alternatives import AlternativesBlock

BLOCK = AlternativesBlock()


def rendered(**item) -> str:
    return BLOCK.render(
        BLOCK.normalize({"heading": "Other ways", "items": [{"name": "Peel", "text": "Milder.", **item}]})
    )


@pytest.fixture
def peel(treatment_index):
    return factories.TreatmentPageFactory(parent=treatment_index, slug="peel")


def test_the_name_leads_to_the_page_about_it(peel):
    assert f'<a href="{peel.url}">Peel</a>' in rendered(page=peel)


def test_a_page_that_is_not_public_is_not_linked(peel):
    peel.unpublish()
    assert "<a " not in rendered(page=peel)


def test_an_alternative_may_do_without_a_page():
    assert "<h3>Peel</h3>" in rendered()


def test_a_deleted_page_leaves_the_words(peel):
    stored = BLOCK.get_prep_value(BLOCK.normalize({"items": [{"name": "Peel", "page": peel}]}))
    peel.delete()
    assert "<h3>Peel</h3>" in BLOCK.render(BLOCK.to_python(stored))


def test_what_an_editor_types_is_not_markup():
    assert "&lt;b&gt;" in rendered(text="<b>Milder</b>")
