"""The catalogues: complete, compiled, and with the same placeholders as the words they translate."""

import re

import pytest
from django.template import Context, Template
from django.utils.translation import override

from cms import translations

PLACEHOLDER = re.compile(r"%(?:\((\w+)\))?[sdif%]|\{(\w+)\}")
LANGUAGE = "de"

both = pytest.mark.parametrize("app", translations.apps())


def kept(app: str):
    return translations.read(translations.catalogue_path(app, LANGUAGE))


def texts(message) -> tuple[str, ...]:
    return message.id if isinstance(message.id, tuple) else (message.id,)


def translated(message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string,)


def placeholders(text: str) -> set[str]:
    return {found[0] for found in PLACEHOLDER.finditer(text)}


@both
def test_every_text_that_visitors_read_is_translated(app):
    catalogue = kept(app)
    in_catalogue = {(texts(message)[0], message.context) for message in catalogue if message.id}
    collected = {(texts(message)[0], message.context) for message in translations.visitor_words(app) if message.id}
    assert collected == in_catalogue, "Run `make translations`, then translate what it lists."
    assert translations.missing(catalogue) == []


@both
def test_the_compiled_catalogue_is_that_of_the_texts(app):
    path = translations.catalogue_path(app, LANGUAGE)
    assert path.with_suffix(".mo").read_bytes() == translations.compiled(kept(app))


@both
def test_a_translation_has_the_placeholders_of_its_text(app):
    for message in kept(app):
        if message.id:
            sources = texts(message)
            for source, text in zip(sources, translated(message), strict=True):
                assert placeholders(text) == placeholders(source), message.id


@both
def test_a_translation_keeps_the_markup_of_its_text(app):
    for message in kept(app):
        if message.id:
            tags = re.findall(r"<[^>]+>", texts(message)[0])
            assert all(re.findall(r"<[^>]+>", text) == tags for text in translated(message))


def test_labels_of_the_page_editor_are_left_to_staff():
    words = {texts(message)[0] for message in translations.visitor_words("treatment_pages")}
    assert "First results" in words
    assert "Day %(numbers)s" in words
    assert "Enter a number that is not smaller than “From”." not in words


def test_the_mail_to_visitors_is_translated_and_the_mail_to_staff_is_not():
    words = {texts(message)[0] for message in translations.visitor_words("leads")}
    assert "Your reference: %(reference)s" in words
    assert not [text for text in words if "desk" in text]


@pytest.mark.parametrize(
    ("language", "shown"), [("en-gb", "Before {before} %, after"), ("de", "Vorher {before} %, nach")]
)
def test_a_template_with_a_per_cent_sign_is_translated(language, shown):
    template = Template('{% load i18n %}{% translate "Before {before} %, after {after} %" %}')
    with override(language):
        assert template.render(Context()).startswith(shown)
