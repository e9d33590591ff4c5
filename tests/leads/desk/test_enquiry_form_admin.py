import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from leads.models import EnquiryForm
from tests import factories

LIST = reverse("wagtailsnippets_leads_enquiryform:list")


@pytest.fixture
def office(client, admin_user):
    client.force_login(admin_user)
    return client


@pytest.fixture
def used_form(db):
    form = factories.make_form("used")
    factories.EnquiryFactory(form=form, form_version=form.current_version)
    return form


def form_url(action: str, form: EnquiryForm) -> str:
    return reverse(f"wagtailsnippets_leads_enquiryform:{action}", args=[form.pk])


def form_data(form: EnquiryForm | None = None, *, questions=(), statements=(), **fields) -> dict:
    """What the editing page sends for a form."""
    values = {
        "title": "Consultation",
        "slug": "consultation",
        "heading": "Ask us",
        "introduction": "",
        "submit_label": "Send",
        "asks_treatment": "on",
        "asks_message": "on",
        "recipients": "desk@example.com",
        "reply_target_minutes": 240,
        "escalation_minutes": 60,
        "handout_minutes": 120,
    }
    initial = form.questions.count() if form else 0
    return nested_form_data(
        values
        | {
            "questions": inline_formset(list(questions), initial=initial),
            "consent_statements": inline_formset(list(statements)),
            "agents": inline_formset([]),
        }
        | fields
    )


def question(**fields) -> dict:
    return {"label": "When?", "type": "short_text", "sensitivity": "plain", "choices": "", "help_text": "", **fields}


def test_the_listing_shows_state_and_number_of_enquiries(office, used_form):
    factories.make_form("winter", is_archived=True)
    words = " ".join(office.get(LIST).content.decode().split())
    assert "Archived" in words
    assert "In use" in words
    assert "> 1 </td>" in words
    assert "> 0 </td>" in words


def test_forms_are_searched_by_title_and_filtered_by_state(office, used_form):
    factories.make_form("winter", is_archived=True)
    found = office.get(LIST, {"q": "wint"}).content.decode()
    assert "Winter" in found
    assert "Used" not in found
    archived = office.get(LIST, {"is_archived": "true"}).content.decode()
    assert "Winter" in archived
    assert "Used" not in archived


def test_a_new_form_is_saved_with_its_questions_in_its_first_version(office):
    notice = {"kind": "notice", "purpose": "privacy", "text": "We keep it."}
    office.post(
        reverse("wagtailsnippets_leads_enquiryform:add"), form_data(questions=[question()], statements=[notice])
    )
    form = EnquiryForm.objects.get()
    version = form.versions.get()
    assert [item["label"] for item in version.definition["questions"]] == ["When?"]
    assert [item["text"] for item in version.definition["statements"]] == ["We keep it."]


def test_a_changed_question_makes_a_new_version_and_keeps_its_key(office):
    form = factories.make_form("consultation", questions=[{"label": "When?"}])
    asked = form.questions.get()
    changed = question(label="Which day?") | {"id": asked.pk}
    office.post(form_url("edit", form), form_data(form, questions=[changed]))
    labels = [version.definition["questions"][0]["label"] for version in form.versions.order_by("pk")]
    assert labels == ["When?", "Which day?"]
    assert form.versions.last().definition["questions"][0]["key"] == asked.key


def test_a_mistake_is_explained_beside_its_field(office):
    response = office.post(
        reverse("wagtailsnippets_leads_enquiryform:add"),
        form_data(slug="thanks", recipients="nobody", questions=[question(type="one_choice", choices="One")]),
    )
    content = response.content.decode()
    assert "“thanks” is the address of the thank-you page." in content
    assert "“nobody” is not an e-mail address." in content
    assert "Enter at least two choices, one a line." in content


def test_a_form_with_enquiries_is_not_deleted_but_explained(office, used_form):
    for response in (
        office.get(form_url("delete", used_form), follow=True),
        office.post(form_url("delete", used_form), follow=True),
    ):
        assert response.status_code == 200
        assert "“Used” has enquiries and cannot be deleted" in response.content.decode()
    assert EnquiryForm.objects.filter(pk=used_form.pk).exists()


def test_ticking_many_forms_deletes_none_when_one_has_enquiries(office, used_form):
    unused = factories.make_form("unused")
    url = reverse("wagtail_bulk_action", args=["leads", "enquiryform", "delete"])
    response = office.post(f"{url}?id={used_form.pk}&id={unused.pk}", follow=True)
    assert "“Used” has enquiries and cannot be deleted" in response.content.decode()
    assert EnquiryForm.objects.count() == 2


def test_a_form_without_enquiries_can_be_deleted(office):
    form = factories.make_form("unused")
    office.post(form_url("delete", form))
    assert not EnquiryForm.objects.exists()


def test_an_archived_form_keeps_its_enquiries(office, used_form):
    office.post(form_url("edit", used_form), form_data(used_form, slug="used", is_archived="on"))
    used_form.refresh_from_db()
    assert used_form.is_archived
    assert used_form.enquiries.count() == 1


def test_an_archived_form_is_not_offered_to_pages(office, used_form):
    factories.make_form("winter", is_archived=True)
    offered = office.get(reverse("wagtailsnippetchoosers_leads_enquiryform:choose")).json()["html"]
    assert "Used" in offered
    assert "Winter" not in offered


def test_the_front_desk_does_not_edit_forms(client, desk_user, used_form):
    client.force_login(desk_user)
    assert client.get(form_url("edit", used_form)).status_code == 302
    assert LIST not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_listing_needs_as_many_queries_for_many_forms_as_for_one(office, django_assert_max_num_queries):
    factories.make_form("first")
    office.get(LIST)
    with django_assert_max_num_queries(20):
        office.get(LIST)
    for number in range(12):
        factories.make_form(f"form-{number}")
    with django_assert_max_num_queries(20):
        office.get(LIST)


# Conditions, preview, duplicates


def conditional(**fields) -> list[dict]:
    deciding = question(label="Been here?", type="yes_no")
    return [deciding, question(label="When?", show_if_question="Been here?", show_if_answers="yes", **fields)]


def test_a_question_can_depend_on_an_earlier_one_of_the_same_new_form(office, db):
    office.post(reverse("wagtailsnippets_leads_enquiryform:add"), form_data(questions=conditional()))
    shown = EnquiryForm.objects.get().definition()["questions"]
    assert shown[1]["show_if"] == {"key": "been-here", "values": ["yes"]}


def test_a_condition_that_cannot_be_followed_is_explained_and_nothing_is_lost(office, db):
    questions = [question(label="When?", show_if_question="Beeen here?", show_if_answers="yes")]
    response = office.post(reverse("wagtailsnippets_leads_enquiryform:add"), form_data(questions=questions))
    html = response.content.decode()
    assert not EnquiryForm.objects.exists()
    assert "Only an earlier question" in html
    assert "Beeen here?" in html


def test_a_form_is_previewed_as_it_is_on_screen(office, db):
    url = reverse("wagtailsnippets_leads_enquiryform:preview_on_add")
    assert office.post(url, form_data(questions=conditional())).json()["is_valid"]
    html = office.get(url).content.decode()
    assert "When?" in html
    assert "nothing can be sent from here" in html
    assert not EnquiryForm.objects.exists()


def test_a_duplicate_has_the_questions_and_statements_and_an_address_of_its_own(office, db):
    form = factories.make_form(
        "ask", questions=[{"label": "When?"}], statements=[{"purpose": "privacy", "text": "We keep it."}]
    )
    response = office.post(reverse("wagtailsnippets_leads_enquiryform:duplicate", args=[form.pk]))
    copy = EnquiryForm.objects.exclude(pk=form.pk).get()
    assert response.url == form_url("edit", copy)
    assert copy.slug == "ask-copy"
    assert copy.definition() == form.definition()


def test_duplicates_of_duplicates_keep_apart(db):
    form = factories.make_form("ask")
    assert [form.duplicate().slug for _time in range(3)] == ["ask-copy", "ask-copy-2", "ask-copy-3"]


def test_an_archived_form_is_duplicated_for_use(db):
    assert not factories.make_form("ask", is_archived=True).duplicate().is_archived


def test_duplicating_needs_the_permission_to_add(client, used_form):
    client.force_login(factories.make_user("leads.change_enquiryform"))
    client.post(reverse("wagtailsnippets_leads_enquiryform:duplicate", args=[used_form.pk]))
    assert EnquiryForm.objects.count() == 1


@pytest.mark.parametrize("pk", ["0", "999999"])
def test_duplicating_what_is_not_there_is_not_found(office, db, pk):
    assert office.post(f"/admin/snippets/leads/enquiryform/duplicate/{pk}/").status_code == 404


def test_duplicating_is_not_done_by_following_a_link(office, used_form):
    assert office.get(reverse("wagtailsnippets_leads_enquiryform:duplicate", args=[used_form.pk])).status_code == 405
