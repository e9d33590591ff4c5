"""Records are found by any number of keys, in one query that was written before."""

import pytest

from leads.keyed import FEW, by_key
from leads.models import EnquiryForm
from tests import factories


@pytest.mark.parametrize("count", [1, FEW, FEW + 1, 3 * FEW])
def test_every_key_leads_to_its_record(db, count, django_assert_num_queries):
    made = {form.pk: form for form in (factories.make_form(f"form-{number}") for number in range(count))}
    factories.make_form("not-asked-for")
    with django_assert_num_queries(1):
        assert by_key(EnquiryForm.objects.all, made.keys()) == made


def test_no_key_asks_nothing(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert by_key(EnquiryForm.objects.all, set()) == {}


def test_a_key_of_no_record_is_left_out(enquiry_form):
    assert by_key(EnquiryForm.objects.all, {enquiry_form.pk, enquiry_form.pk + 1}) == {enquiry_form.pk: enquiry_form}


def test_what_the_queryset_leaves_out_is_not_found(enquiry_form):
    EnquiryForm.objects.update(is_archived=True)
    assert by_key(EnquiryForm.objects.in_use, {enquiry_form.pk}) == {}


def test_a_record_that_changed_is_found_as_it_is_now(enquiry_form):
    by_key(EnquiryForm.objects.all, {enquiry_form.pk})
    EnquiryForm.objects.update(title="Another")
    assert by_key(EnquiryForm.objects.all, {enquiry_form.pk})[enquiry_form.pk].title == "Another"
