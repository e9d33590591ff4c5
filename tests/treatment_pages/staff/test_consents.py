"""Image consents in Wagtail admin."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import factories
from treatment_pages.models import ImageConsent
from treatment_pages.staff.consents import ConsentStatus, status_of, with_status

DAY = date(2026, 6, 15)
LATER, SOON, BEFORE = DAY + timedelta(days=400), DAY + timedelta(days=10), DAY - timedelta(days=1)
CASES = [
    ({}, ConsentStatus.IN_FORCE),
    ({"expires_on": LATER}, ConsentStatus.IN_FORCE),
    ({"expires_on": DAY + timedelta(days=30)}, ConsentStatus.ENDS_SOON),
    ({"expires_on": DAY + timedelta(days=31)}, ConsentStatus.IN_FORCE),
    ({"expires_on": DAY}, ConsentStatus.ENDS_SOON),
    ({"expires_on": BEFORE}, ConsentStatus.EXPIRED),
    ({"withdrawn_on": DAY}, ConsentStatus.WITHDRAWN),
    ({"withdrawn_on": SOON}, ConsentStatus.ENDS_SOON),
    ({"withdrawn_on": LATER}, ConsentStatus.IN_FORCE),
    ({"expires_on": BEFORE, "withdrawn_on": BEFORE}, ConsentStatus.WITHDRAWN),
    ({"expires_on": BEFORE, "withdrawn_on": LATER}, ConsentStatus.EXPIRED),
    ({"expires_on": LATER, "withdrawn_on": SOON}, ConsentStatus.ENDS_SOON),
    ({"given_on": SOON, "expires_on": LATER}, ConsentStatus.NOT_YET),
]
LIST = "wagtailsnippets_treatment_pages_imageconsent:list"


@pytest.fixture
def admin(client, admin_user):
    client.force_login(admin_user)
    return client


def consent(**fields) -> ImageConsent:
    return factories.ImageConsentFactory(**{"given_on": date(2025, 1, 1), **fields})


@pytest.mark.parametrize(("fields", "status"), CASES)
def test_the_status_of_a_consent(fields, status):
    assert status_of(ImageConsent(**{"given_on": date(2025, 1, 1), **fields}), DAY) == status


@pytest.mark.parametrize("status", ConsentStatus)
def test_the_filter_finds_what_the_column_says(db, status):
    consents = [consent(**fields) for fields, _status in CASES]
    expected = {made.pk for made in consents if status_of(made, DAY) == status}
    assert {found.pk for found in with_status(ImageConsent.objects.all(), status, DAY)} == expected


def test_the_list_shows_the_status_and_filters_by_it(admin):
    consent(reference="C-1")
    consent(reference="C-2", withdrawn_on=timezone.localdate())
    response = admin.get(reverse(LIST), {"status": "withdrawn"})
    assert [row.reference for row in response.context["object_list"]] == ["C-2"]
    assert "Withdrawn" in response.content.decode()


@pytest.mark.parametrize(
    "query", ["status=nonsense", "status=&scope=x", "ordering=status", "p=x", "q=%00", "bogus__x=1"]
)
def test_nonsense_in_the_address_is_no_error(admin, query):
    consent()
    assert admin.get(f"{reverse(LIST)}?{query}").status_code in (200, 302, 404)


@pytest.mark.parametrize("ordering", ["given_on", "-expires_on", "withdrawn_on", "scope", "-usage_count"])
@pytest.mark.parametrize("query", [{}, {"q": "C-2026"}, {"status": "in_force"}])
def test_the_list_sorts_with_search_and_filter(admin, ordering, query):
    consent()
    assert admin.get(reverse(LIST), {"ordering": ordering, **query}).status_code == 200


def test_two_hundred_consents_cost_no_more_queries_than_three(admin, django_assert_max_num_queries):
    factories.ImageConsentFactory.create_batch(203)
    admin.get(reverse(LIST))
    with django_assert_max_num_queries(16):
        assert len(admin.get(reverse(LIST)).context["object_list"]) == 50


def test_the_chooser_finds_a_consent_and_shows_what_it_is_worth(admin):
    consent(reference="C-2026-014", withdrawn_on=timezone.localdate())
    consent(reference="D-7")
    chooser = ImageConsent.snippet_viewset.chooser_viewset
    html = admin.get(reverse(chooser.get_url_name("choose_results")), {"q": "C-2026"}).content.decode()
    assert "C-2026-014" in html
    assert "Withdrawn" in html
    assert "D-7" not in html


@pytest.mark.parametrize("words", ["C-2026", "2026-014", "c-2026-014"])
def test_the_list_finds_a_consent_by_any_part_of_its_reference(admin, words):
    wanted = consent(reference="C-2026-014")
    consent(reference="D-7")
    assert list(admin.get(reverse(LIST), {"q": words}).context["object_list"]) == [wanted]


def test_someone_without_permission_sees_no_consents(client, editor):
    client.force_login(editor)
    assert client.get(reverse(LIST)).status_code == 302
