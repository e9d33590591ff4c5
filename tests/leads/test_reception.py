"""The page that a visitor read, found with one query."""

from leads import reception
from leads.reception import find_page


def test_a_page_is_found_as_what_it_is(treatment_page, django_assert_num_queries):
    assert find_page(treatment_page.pk).specific_class is type(treatment_page)
    with django_assert_num_queries(1):
        assert find_page(treatment_page.pk) == treatment_page


def test_a_page_that_is_gone_is_not_found(treatment_page):
    pk = treatment_page.pk
    find_page(pk)
    treatment_page.delete()
    assert find_page(pk) is None
    assert find_page(10**12) is None


def test_a_key_that_another_kind_of_page_had_before_leads_to_the_page(treatment_page, home_page, monkeypatch):
    monkeypatch.setitem(reception.kinds, home_page.pk, type(treatment_page))
    assert find_page(home_page.pk) == home_page
    assert type(find_page(home_page.pk)) is type(home_page)
