import pytest

from leads.models import SavedView
from tests import factories
from tests.leads.desk.listing import INBOX, rows

VIEWS = INBOX + "saved-views/"
SAVE = VIEWS + "save/"


@pytest.fixture
def other(db):
    return factories.make_user("leads.view_lead", username="other")


@pytest.fixture
def answering(client, db):
    """The browser of somebody who answers for the desk."""
    client.force_login(factories.make_user("leads.view_lead", "leads.erase_lead", username="answering"))
    return client


def make_view(owner, name="Mine and late", **fields) -> SavedView:
    return SavedView.objects.create(owner=owner, name=name, **{"query": "queue=mine&reply=overdue", **fields})


def test_a_view_keeps_tab_filters_and_order_under_a_name(desk, desk_user):
    response = desk.post(f"{SAVE}?queue=mine&source=phone&ordering=due", {"name": "Phoned"})
    view = SavedView.objects.get()
    assert (view.owner, view.name, view.is_shared) == (desk_user, "Phoned", False)
    assert view.query == "queue=mine&source=phone&ordering=due"
    assert response.url == f"{INBOX}?{view.query}"


def test_a_view_never_holds_a_search_or_what_is_no_filter(desk):
    desk.post(f"{SAVE}?q=Amara+Osei&owner__password=x&p=2&status=zzz&next=/x&queue=all", {"name": "View"})
    assert SavedView.objects.get().query == "queue=all"


def test_somebody_who_saves_is_told_what_is_kept_and_that_the_search_is_not(desk):
    content = desk.get(f"{SAVE}?queue=mine&owner=nobody&received_from=2026-01-02&ordering=-name").content.decode()
    for words in ["Mine", "Nobody", "2 Jan 2026 – …", "Name, backwards", "What you search for is left out"]:
        assert words in content


def test_the_inbox_offers_own_and_shared_views_but_no_private_ones_of_others(desk, desk_user, other):
    make_view(desk_user, "Own")
    make_view(other, "For all", is_shared=True)
    make_view(other, "Private")
    content = desk.get(INBOX).content.decode()
    assert ">Own</a>" in content
    assert "For all" in content
    assert "Private" not in content


def test_a_view_that_is_open_gives_the_menu_its_name(desk, desk_user):
    view = make_view(desk_user, query="queue=unread&source=phone")
    assert desk.get(f"{INBOX}?{view.query}").context["views"].current.view == view
    assert desk.get(f"{INBOX}?{view.query}&q=amara").context["views"].current is None
    assert desk.get(INBOX).context["views"].current is None


def test_a_view_lists_the_same_leads_when_it_is_opened(desk, desk_user, lead):
    mine = factories.LeadFactory(owner=desk_user)
    desk.post(f"{SAVE}?queue=mine", {"name": "Mine", "is_shared": "on"})
    assert rows(desk.get(f"{INBOX}?{SavedView.objects.get().query}")) == [mine.pk]
    assert SavedView.objects.get().is_shared


@pytest.mark.parametrize("name", ["", " ", "x" * 61, "\x00"])
def test_a_view_needs_a_name_of_some_length(desk, name):
    response = desk.post(SAVE, {"name": name})
    assert response.status_code == 200
    assert not SavedView.objects.exists()


def test_a_name_is_used_once_by_each_owner(desk, desk_user, other):
    make_view(desk_user, "Late")
    make_view(other, "Later")
    assert "You have a view of this name already" in desk.post(SAVE, {"name": "Late"}).content.decode()
    assert desk.post(SAVE, {"name": "Later"}).status_code == 302


def test_filters_too_long_to_be_kept_are_refused_in_words(desk):
    response = desk.post(f"{SAVE}?subject={'é' * 250}", {"name": "Long"})
    assert "too long to be saved" in response.content.decode()
    assert not SavedView.objects.exists()


def test_nobody_gathers_views_without_end(desk, desk_user):
    for number in range(50):
        make_view(desk_user, f"View {number}")
    assert "Delete one first" in desk.post(SAVE, {"name": "One more"}).content.decode()
    assert SavedView.objects.count() == 50


def test_an_own_view_is_renamed_and_shared(desk, desk_user):
    view = make_view(desk_user)
    assert view.name in desk.get(f"{VIEWS}{view.pk}/change/").content.decode()
    desk.post(f"{VIEWS}{view.pk}/change/", {"name": "Later", "is_shared": "on"})
    view.refresh_from_db()
    assert (view.name, view.is_shared, view.query) == ("Later", True, "queue=mine&reply=overdue")


def test_a_view_is_deleted_after_a_question(desk, desk_user):
    view = make_view(desk_user)
    assert "disappears from your menu" in desk.get(f"{VIEWS}{view.pk}/delete/").content.decode()
    assert SavedView.objects.exists()
    assert desk.post(f"{VIEWS}{view.pk}/delete/").url == VIEWS
    assert not SavedView.objects.exists()


@pytest.mark.parametrize("step", ["change", "delete"])
@pytest.mark.parametrize("is_shared", [True, False])
def test_the_views_of_others_are_left_alone(desk, other, step, is_shared):
    view = make_view(other, is_shared=is_shared)
    for method in (desk.get, desk.post):
        assert method(f"{VIEWS}{view.pk}/{step}/", {"name": "Taken"}).status_code == 404
    view.refresh_from_db()
    assert view.name == "Mine and late"


def test_a_manager_deletes_shared_views_of_others_and_changes_none(answering, other):
    shared, private = make_view(other, is_shared=True), make_view(other, "Private")
    assert "Saved by other" in answering.get(VIEWS).content.decode()
    assert answering.post(f"{VIEWS}{shared.pk}/change/", {"name": "x"}).status_code == 404
    assert answering.post(f"{VIEWS}{private.pk}/delete/").status_code == 404
    assert answering.post(f"{VIEWS}{shared.pk}/delete/").status_code == 302
    assert list(SavedView.objects.all()) == [private]


def test_without_views_the_list_says_how_to_save_one(desk):
    assert "No saved views yet" in desk.get(VIEWS).content.decode()


@pytest.mark.parametrize("path", ["", "save/", "1/change/", "1/delete/"])
def test_views_are_for_those_who_see_leads(client, editor, path):
    client.force_login(editor)
    assert client.get(VIEWS + path).status_code == 403
    assert client.post(VIEWS + path, {"name": "x"}).status_code == 403


@pytest.mark.parametrize("pk", ["0", "999999999999999999", "99999999999999999999999"])
@pytest.mark.parametrize("step", ["change", "delete"])
def test_a_view_that_is_none_is_not_found(desk, pk, step):
    assert desk.get(f"{VIEWS}{pk}/{step}/").status_code == 404


@pytest.mark.parametrize("query", ["%00", "queue=zzz&&&", "=" * 900, "owner=999999", "%"])
def test_a_stored_view_of_nonsense_does_no_harm(desk, desk_user, lead, query):
    view = make_view(desk_user, query=query)
    assert desk.get(INBOX).status_code == 200
    assert desk.get(VIEWS).status_code == 200
    assert desk.get(f"{VIEWS}{view.pk}/change/").status_code == 200
    assert rows(desk.get(f"{INBOX}?{query}")) == [lead.pk]
