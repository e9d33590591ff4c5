"""Public pages are the same bytes for everybody and say so; whatever may be personal is stored nowhere."""

import pytest
from django.conf import settings as project
from wagtail.models import PageViewRestriction

from leads.page_cache.policy import PRIVATE, PUBLIC
from tests import factories

LOCALE_MIDDLEWARE = "django.middleware.locale.LocaleMiddleware"


def with_locale_middleware() -> list[str]:
    """The site's middleware with the visitor's language read behind the session, where Django wants it."""
    middleware = list(project.MIDDLEWARE)
    middleware.insert(middleware.index("django.contrib.sessions.middleware.SessionMiddleware") + 1, LOCALE_MIDDLEWARE)
    return middleware


@pytest.fixture(params=["kept", "rendered"], autouse=True)
def pages_are(request, settings):
    """What is promised holds whether or not pages are kept."""
    if request.param == "rendered":
        settings.LEADS = {**settings.LEADS, "PAGE_CACHE": ""}


@pytest.fixture(params=["one language", "visitor's language"])
def page(request, settings, treatment_page, clinic):
    if request.param == "visitor's language":
        settings.MIDDLEWARE = with_locale_middleware()
    return treatment_page


@pytest.fixture
def restricted(page):
    """The page behind a password."""
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.PASSWORD, password="open sesame")
    return page


def vary_of(response) -> set[str]:
    return {name.strip().lower() for name in response.get("Vary", "").split(",") if name.strip()}


def test_the_promises_to_caches_are_these():
    assert PUBLIC == "public, max-age=0, s-maxage=60, stale-while-revalidate=600"
    assert PRIVATE == "private, no-store"


def test_an_anonymous_visitors_page_is_public(client, page):
    response = client.get(page.url)
    assert response["Cache-Control"] == PUBLIC
    assert not response.cookies
    assert not vary_of(response) & {"cookie", "accept-language"}


def test_a_visitor_with_a_session_gets_a_page_of_their_own(client, page, admin_user):
    client.force_login(admin_user)
    response = client.get(page.url)
    assert response["Cache-Control"] == PRIVATE
    assert "ETag" not in response


@pytest.mark.parametrize("cookie", ["csrftoken", "_ga", "cookie_consent", "django_language"])
def test_a_cookie_that_is_no_session_changes_nothing(client, page, cookie):
    plain = client.get(page.url)
    client.cookies[cookie] = "x" * 32
    response = client.get(page.url)
    assert response["Cache-Control"] == PUBLIC
    assert response.content == plain.content


@pytest.mark.parametrize("cookies", [{}, {"csrftoken": "x" * 32}])
def test_a_page_behind_a_password_is_never_public(client, restricted, cookies):
    client.cookies.load(cookies)
    response = client.get(restricted.url)
    assert "public" not in response.get("Cache-Control", "")
    assert "no-store" in response.get("Cache-Control", "")


def test_a_page_below_a_password_is_never_public(client, page, treatment_index):
    PageViewRestriction.objects.create(
        page=treatment_index, restriction_type=PageViewRestriction.PASSWORD, password="open sesame"
    )
    client.cookies["csrftoken"] = "x" * 32
    assert "no-store" in client.get(page.url).get("Cache-Control", "")


def test_a_page_that_the_password_opened_is_private(client, restricted):
    restriction = restricted.view_restrictions.get()
    data = {"password": "open sesame", "return_url": restricted.url}
    client.post(f"/_util/authenticate_with_password/{restriction.pk}/{restricted.pk}/", data)
    response = client.get(restricted.url)
    assert "Words." in response.content.decode()
    assert response["Cache-Control"] == PRIVATE


def test_a_page_for_staff_only_is_never_public(client, page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    response = client.get(page.url)
    assert response.status_code == 302
    assert "public" not in response.get("Cache-Control", "")


def test_an_unchanged_page_is_not_sent_again(client, page):
    etag = client.get(page.url)["ETag"]
    response = client.get(page.url, headers={"if-none-match": etag})
    assert response.status_code == 304
    assert response.content == b""
    assert response["Cache-Control"] == PUBLIC


def test_an_unchanged_compressed_page_is_not_sent_again(client, page):
    etag = client.get(page.url, headers={"accept-encoding": "gzip"})["ETag"]
    response = client.get(page.url, headers={"accept-encoding": "gzip", "if-none-match": etag})
    assert response.status_code == 304


def test_a_changed_page_is_sent_again(client, page):
    etag = client.get(page.url)["ETag"]
    page.summary = "Something else."
    page.save_revision().publish()
    assert client.get(page.url, headers={"if-none-match": etag}).status_code == 200


def test_a_compressed_page_says_that_it_depends_on_compression(client, page):
    response = client.get(page.url, headers={"accept-encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert "accept-encoding" in vary_of(response)
    assert response["Cache-Control"] == PUBLIC


def test_head_is_answered_like_get(client, page):
    assert client.head(page.url)["Cache-Control"] == PUBLIC


def test_a_page_that_is_not_there_is_not_promised_to_caches(client, page):
    assert "s-maxage" not in client.get(f"{page.url}nothing/").get("Cache-Control", "")


def test_a_draft_is_shown_to_its_editor_only(client, page, admin_user):
    client.force_login(admin_user)
    response = client.get(f"/admin/pages/{page.pk}/view_draft/")
    assert response.status_code == 200
    assert "public" not in response.get("Cache-Control", "")


def test_the_admin_is_left_alone(client, page, admin_user):
    client.force_login(admin_user)
    response = client.get("/admin/")
    assert response.status_code == 200
    assert "public" not in response.get("Cache-Control", "")
    assert "cookie" in vary_of(response)


def test_a_site_that_counts_visits_in_sessions_stays_private(client, page, settings):
    settings.SESSION_SAVE_EVERY_REQUEST = True
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.leads.page_cache.test_policy.touch_session"]
    response = client.get(page.url)
    assert response.cookies
    assert response["Cache-Control"] == PRIVATE


def touch_session(get_response):
    """Middleware of a host that writes to every visitor's session."""

    def handle(request):
        request.session["visits"] = request.session.get("visits", 0) + 1
        return get_response(request)

    return handle


def test_an_enquiry_form_on_a_page_of_its_own_is_public(client, page, enquiry_form):
    response = client.get(f"/enquiries/{enquiry_form.slug}/")
    assert response["Cache-Control"] == PUBLIC
    assert not vary_of(response) & {"cookie", "accept-language"}


def test_what_follows_an_enquiry_is_stored_nowhere(client, page, enquiry_form):
    assert "no-store" in client.post(f"/enquiries/{enquiry_form.slug}/", {})["Cache-Control"]
    assert "no-store" in client.get("/enquiries/thanks/")["Cache-Control"]


def test_pages_of_other_types_are_public_as_well(client, page, home_page):
    information = factories.InformationPageFactory(parent=home_page, title="About", slug="about")
    for other in (home_page, information, page.get_parent()):
        assert client.get(other.url)["Cache-Control"] == PUBLIC


def test_compressed_pages_are_the_same_bytes_for_two_visitors(client, page):
    first, second = (client.get(page.url, headers={"Accept-Encoding": "gzip"}) for _visitor in range(2))
    assert first["Content-Encoding"] == "gzip"
    assert first.content == second.content
    assert not is_padded(first)


def is_padded(response) -> bool:
    """Whether the gzip header holds a file name (RFC 1952, flag FNAME), where Django puts its random bytes."""
    return bool(response.content[3] & 0b1000)


def test_pages_with_something_personal_keep_djangos_random_padding(client, page, admin_user):
    client.force_login(admin_user)
    assert is_padded(client.get("/admin/", headers={"Accept-Encoding": "gzip"}))
    assert is_padded(client.get(page.url, headers={"Accept-Encoding": "gzip"}))


def test_a_view_that_asks_not_to_be_shared_is_left_alone(client, page, monkeypatch):
    serve = type(page).serve

    def serve_privately(self, request, *args, **kwargs):
        response = serve(self, request, *args, **kwargs)
        response["Cache-Control"] = "private, max-age=30"
        return response

    monkeypatch.setattr(type(page), "serve", serve_privately)
    assert client.get(page.url)["Cache-Control"] == "private, max-age=30"
