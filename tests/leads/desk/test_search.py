import pytest

from leads.desk.search import search_leads
from leads.models import Lead, LeadStatus
from tests import factories
from tests.leads.desk.listing import INBOX, current_tab, rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def amara():
    lead = factories.LeadFactory(
        name="Amara Osei", email="amara@example.com", phone="020 7946 0123", subject="Chemical peel"
    )
    factories.EnquiryFactory(lead=lead, reference="E-7K4M2Q")
    return lead


@pytest.fixture
def others():
    lead = factories.LeadFactory(name="Émile Zachary", email="ez@example.com", phone="+44 7700 900456")
    factories.EnquiryFactory(lead=lead, reference="E-9XXXXX")
    return [lead, factories.LeadFactory(name="Bo Amarant", email="bo@example.com", phone="")]


def found(query: str) -> set[str]:
    return set(search_leads(Lead.objects.all(), query).values_list("name", flat=True))


@pytest.mark.parametrize(
    "query",
    [
        "amara osei",
        "OSEI",
        "sei mar",
        "amara@example.com",
        "peel osei",
        "amara 0123",
        "E-7K4M2Q",
        "e-7k4m2q",
        "e-7k4",
        "7k4m2q",
        "020 7946 0123",
        "02079460123",
        "+44 20 7946 0123",
        "(020) 7946-0123",
        "0123",
        "7946",
    ],
)
def test_a_lead_is_found_by_what_somebody_says_on_the_phone(amara, others, query):
    assert found(query) == {"Amara Osei"}


@pytest.mark.parametrize("query", ["07700 900456", "+447700900456", "447700900456", "900456", "0456"])
def test_a_number_is_found_however_its_prefix_is_typed(amara, others, query):
    assert found(query) == {"Émile Zachary"}


def test_a_number_is_found_by_its_international_form(amara):
    factories.LeadFactory(name="Ida", phone="(ring after 5) 07700-900 789", phone_e164="+447700900789")
    assert found("+44 7700 900789") == {"Ida"}


@pytest.mark.parametrize("query", ["émile", "ÉMILE", "Émile zach"])
def test_accented_letters_match_in_either_case_on_every_database(amara, others, query):
    assert found(query) == {"Émile Zachary"}


def test_every_word_must_match(amara, others):
    assert found("amara zachary") == set()


def test_a_lead_is_found_by_its_reference_with_or_without_the_letter(amara, others):
    assert found(amara.reference) == {"Amara Osei"}
    assert found(f"l{amara.pk}") == {"Amara Osei"}
    assert found(f"L-{amara.pk}0") == set()


def test_an_empty_query_finds_everybody(amara, others):
    assert len(found("")) == 3
    assert len(found("   ")) == 3


@pytest.mark.parametrize(
    "query",
    [
        "%",
        "_",
        "\\",
        "'",
        '"; DROP TABLE leads_lead; --',
        "L-99999999999999999999999999",
        "9" * 4_000,
        "x" * 60_000,
        "a " * 3_000,
        "² ٣ ½",
        "💉",
        "e-",
        "l-",
        "+",
        "()",
    ],
)
def test_no_query_breaks_the_search(amara, query):
    assert found(query) <= {"Amara Osei"}


def test_a_search_looks_at_closed_leads_too_and_says_so(desk):
    lost = factories.LeadFactory(name="Lost Lara", status=LeadStatus.LOST)
    response = desk.get(INBOX, {"q": "lara"})
    assert rows(response) == [lost.pk]
    assert current_tab(response) == "All"


def test_a_search_stays_inside_a_chosen_tab_and_offers_the_way_out(desk):
    factories.LeadFactory(name="Lost Lara", status=LeadStatus.LOST)
    response = desk.get(INBOX, {"q": "lara", "status": "new"})
    assert rows(response) == []
    assert "?status=all&amp;q=lara" in response.content.decode()


def test_a_search_without_a_match_says_how_to_widen_it(desk, amara):
    content = desk.get(INBOX, {"q": "<b>nobody"}).content.decode()
    assert "Nothing found for “&lt;b&gt;nobody”" in content
    assert "last digits of the phone number" in content
