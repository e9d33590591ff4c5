"""Which form a page shows."""

import pytest

from leads.models import EnquiryForm
from leads.rendering import form_for_page


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
