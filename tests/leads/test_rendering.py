"""Which form a page shows."""

import pytest

from leads.models import EnquiryForm
from leads.rendering import form_for_page, treatment_of, version_of
from tests import factories


class PageWith:
    def __init__(self, form):
        self.form = form

    def get_enquiry_form(self):
        return self.form


def test_a_pages_own_form_comes_first():
    own, default = EnquiryForm(slug="own"), EnquiryForm(slug="default")
    assert form_for_page(PageWith(own), default) is own


@pytest.mark.parametrize("chosen", [None, EnquiryForm(is_archived=True)])
def test_without_a_form_in_use_the_clinics_own_is_shown(chosen):
    default = EnquiryForm(slug="default")
    assert form_for_page(PageWith(chosen), default) is default


def test_a_page_that_knows_nothing_of_forms_gets_the_clinics_own():
    default = EnquiryForm(slug="default")
    assert form_for_page(object(), default) is default


def test_there_may_be_no_form_at_all():
    assert form_for_page(None, EnquiryForm(is_archived=True)) is None


def test_a_form_read_with_its_current_version_is_shown_without_a_query(db, django_assert_num_queries):
    made = factories.make_form()
    form = EnquiryForm.objects.with_current_version().get(pk=made.pk)
    with django_assert_num_queries(0):
        version = version_of(form)
    assert (version.pk, version.definition) == (made.current_version.pk, made.current_version.definition)


class About:
    title = "Miriam Wren"
    enquiry_subject = "Miriam Wren"


def test_the_treatment_is_what_the_page_is_about():
    assert treatment_of(About()) == "Miriam Wren"


def test_a_page_about_something_else_leaves_the_treatment_to_the_visitor():
    page = About()
    page.enquiry_treatment = ""
    assert treatment_of(page) == ""
