"""llms.txt: the site in a few lines."""

from wagtail.models import PageViewRestriction

from tests import factories


def llms(client) -> str:
    response = client.get("/llms.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    return response.content.decode()


def test_the_site_introduces_itself(client, treatment_page, clinic):
    lines = llms(client).splitlines()
    assert lines[0] == "# Wren & Rowe"
    assert "> A small clinic that explains before it treats." in lines
    assert "- Phone: 020 7946 0321" in lines


def test_treatments_lead_to_their_markdown(client, treatment_page, clinic):
    entry = "- [Microneedling](http://testserver/treatments/microneedling.md): What it is, in one sentence."
    assert f"## Treatments\n\n{entry}\n" in llms(client)


def test_articles_are_listed_and_empty_sections_are_not(client, treatment_index, clinic):
    factories.TreatmentArticlePageFactory(parent=treatment_index, title="What to [expect]")
    text = llms(client)
    assert "## Articles\n\n- [What to \\[expect\\]]" in text
    assert "## Treatments" not in text


def test_drafts_and_guarded_pages_are_not_listed(client, treatment_index, treatment_page, clinic):
    factories.TreatmentPageFactory(parent=treatment_index, live=False, title="Secret draft")
    PageViewRestriction.objects.create(page=treatment_page, restriction_type="login")
    text = llms(client)
    assert "Secret draft" not in text
    assert "Microneedling" not in text


def test_a_site_without_any_details_is_answered_too(client, db):
    assert client.get("/llms.txt", headers={"host": "unknown.example"}).status_code == 200


def test_many_pages_cost_no_more_queries_than_few(client, treatment_index, clinic, django_assert_max_num_queries):
    for _ in range(30):
        factories.TreatmentPageFactory(parent=treatment_index)
    with django_assert_max_num_queries(12):
        client.get("/llms.txt")
