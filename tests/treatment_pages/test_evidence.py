"""Sources: found by readers, kept once."""

import pytest
from django.core.exceptions import ValidationError

from tests import factories
from treatment_pages.models import Source


@pytest.mark.parametrize(
    "pasted",
    [
        "10.1000/182",
        " https://doi.org/10.1000/182 ",
        "http://dx.doi.org/10.1000/182",
        "doi:10.1000/182",
        "DOI: 10.1000/182",
    ],
)
def test_a_doi_is_taken_as_people_paste_it(db, pasted):
    source = Source(title="A study", doi=pasted)
    source.full_clean()
    assert source.doi == "10.1000/182"


@pytest.mark.parametrize("pasted", ["182", "https://example.com/10.1000/182", "10.1/x y"])
def test_what_is_no_doi_is_refused(db, pasted):
    with pytest.raises(ValidationError) as error:
        Source(title="A study", doi=pasted).full_clean()
    assert "doi" in error.value.message_dict


def test_a_source_must_be_findable(db):
    with pytest.raises(ValidationError) as error:
        Source(title="A study").full_clean()
    assert "DOI or a web address" in error.value.message_dict["doi"][0]


def test_a_publication_is_kept_once(db):
    factories.SourceFactory(doi="10.1000/ABC")
    with pytest.raises(ValidationError, match="exists already"):
        Source(title="Again", doi="10.1000/abc").full_clean()


def test_sources_without_doi_may_be_many(db):
    factories.SourceFactory(doi="", url="https://example.com/a")
    another = Source(title="Another", url="https://example.com/b")
    another.full_clean()
    another.save()
    assert Source.objects.filter(doi="").count() == 2


def test_the_doi_is_preferred_to_the_web_address():
    assert Source(doi="10.1000/182", url="https://example.com").link == "https://doi.org/10.1000/182"
    assert Source(url="https://example.com").link == "https://example.com"


def test_a_source_is_named_with_its_year():
    assert str(Source(title="A study", year=2021)) == "A study (2021)"
    assert str(Source(title="A study")) == "A study"
