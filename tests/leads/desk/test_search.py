from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leads.desk import hits
from leads.desk.search import PHONE, digits_of, search_leads, split_terms
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
    assert "?queue=all&amp;q=lara" in response.content.decode()


def test_a_search_without_a_match_says_how_to_widen_it(desk, amara):
    content = desk.get(INBOX, {"q": "<b>nobody"}).content.decode()
    assert "Nothing found for “&lt;b&gt;nobody”" in content
    assert "last digits of the phone number" in content


@pytest.fixture
def people():
    """Leads from the oldest to the newest, with what may be mistaken for something else."""
    rows = [
        ("Ada Lovelace", "ada@x.example", "020 7946 0456", "Chemical peel"),
        ("Bo 100%", "456@y.example", "", "Microneedling"),
        ("Annabel Bo", "ann_bel@x.example", "+44 (0)7700 900-456", "Peel"),
        ("Joanna Ada", "", "07700 900999", ""),
        ("Ötzi Müller", "x@y.example", "020.7946.0123", "Peeling 9"),
    ]
    now = timezone.now()
    for age, (name, email, phone, subject) in enumerate(reversed(rows)):
        received = now - timedelta(days=age)
        lead = factories.LeadFactory(name=name, email=email, phone=phone, subject=subject, last_enquiry_at=received)
        factories.EnquiryFactory(lead=lead, reference=f"E-7K4M2{'QRSTV'[age]}")
    return list(Lead.objects.order_by("-last_enquiry_at").prefetch_related("enquiries"))


def fits(lead: Lead, term: str) -> bool:
    """What the search promises of one word."""
    digits = digits_of(term).lstrip("0") if PHONE.fullmatch(term) else ""
    references = {lead.reference, f"L{lead.pk}", str(lead.pk)}
    references |= {name for one in lead.enquiries.all() for name in (one.reference, one.reference[2:])}
    return (
        any(term.lower() in text.lower() for text in (lead.name, lead.email, lead.subject))
        or (len(digits) >= 3 and digits in digits_of(lead.phone))
        or term.upper() in references
    )


WORDS = [
    "ada",
    "BO",
    "lovelace",
    "ann",
    "n",
    "9",
    "456",
    "0456",
    "peel",
    "x@y.example",
    "@x",
    "ötz",
    "MÜLLER",
    "%",
    "_",
]
WORDS += ["E-7K4M2Q", "7k4m2r", "L-1", "nobody"]
on_one_database = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@on_one_database
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join))
def test_a_search_finds_just_the_leads_that_fit_every_word(people, query):
    expected = {lead.pk for lead in people if all(fits(lead, term) for term in split_terms(query))}
    assert set(search_leads(Lead.objects.all(), query).values_list("pk", flat=True)) == expected


@pytest.mark.parametrize("sample", [0, 1, 3, 4])
@pytest.mark.parametrize("common", [1, 2, 9])
@pytest.mark.parametrize("limit", [1, 2, 9])
@pytest.mark.parametrize("query", ["peel", "ada", "x.example", "microneedling", "nobody"])
def test_the_newest_hits_are_the_same_whichever_way_they_are_found(people, monkeypatch, sample, common, limit, query):
    for name, value in {"SAMPLE": sample, "NEWEST": sample + 1, "COMMON": common, "HIT_LIMIT": limit}.items():
        monkeypatch.setattr(hits, name, value)
    found = search_leads(Lead.objects.order_by("-last_enquiry_at"), query).values_list("pk", flat=True)
    assert list(found) == [lead.pk for lead in people if fits(lead, query)][:limit]


def test_words_of_two_letters_are_looked_for_among_the_newest_leads_only(people, monkeypatch):
    monkeypatch.setattr(hits, "NEWEST", 2)
    assert found("bo") == {"Annabel Bo"}
    assert found("bo annabel") == {"Annabel Bo"}
    assert found("bo microneedling") == {"Bo 100%"}


def test_the_number_of_a_lead_finds_it_however_old_it_is(people, monkeypatch):
    monkeypatch.setattr(hits, "NEWEST", 1)
    assert found(people[-1].reference) == {people[-1].name}


@pytest.mark.parametrize("query", ["peel", "bo", "020 7946 0456", "L-1", "E-7K4M2Q", "ada lovelace peel chemical"])
def test_a_search_needs_few_queries(people, monkeypatch, django_assert_max_num_queries, query):
    for name, value in {"SAMPLE": 1, "NEWEST": 2, "COMMON": 1}.items():
        monkeypatch.setattr(hits, name, value)
    with django_assert_max_num_queries(7):
        list(search_leads(Lead.objects.all(), query))
