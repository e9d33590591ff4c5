"""Lists of leads as files: read back here as a spreadsheet would, with nothing in them that it would calculate."""

import csv
import io
import tracemalloc
from datetime import UTC, datetime

import openpyxl
import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import GroupSitePermission, ModelLogEntry, Site

from leads.desk.export import columns
from leads.desk.export.columns import HEADINGS
from leads.desk.export.download import export_response
from leads.desk.export.text import STARTS, as_cell, is_formula, phone_as_cell
from leads.models import Lead, LeadStatus
from leads.sealing import seal_answers
from tests import factories
from tests.leads.desk.listing import INBOX

FORMATS = ["csv", "xlsx"]
DANGEROUS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM",
    '=HYPERLINK("http://example.com";"x")',
    "=cmd|' /C calc'!A0",
]


@pytest.fixture
def exporter(db):
    return factories.make_user("leads.view_lead", "leads.export_lead", username="exporter")


@pytest.fixture
def at_desk(client, exporter):
    client.force_login(exporter)
    return client


def content(response) -> bytes:
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def read_csv(response) -> list[dict]:
    text = content(response).decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def read_xlsx(response) -> list[dict]:
    sheet = openpyxl.load_workbook(io.BytesIO(content(response))).active
    headings, *rows = sheet.iter_rows()
    return [{heading.value: cell for heading, cell in zip(headings, row, strict=True)} for row in rows]


def read(response, format: str) -> list[dict]:
    """The rows with the values of their cells."""
    if format == "csv":
        return read_csv(response)
    return [{heading: cell.value for heading, cell in row.items()} for row in read_xlsx(response)]


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_says_what_the_columns_promise(at_desk, clinic, exporter, format):
    clinic.time_zone = "Europe/Berlin"
    clinic.save()
    factories.LeadFactory(
        name="Zoë Bélanger",
        email="zoe@example.com",
        phone="020 7946 0123",
        phone_e164="+442079460123",
        subject="Peel",
        page_title="Chemical peel",
        source="social",
        site=clinic.site,
        owner=exporter,
        status=LeadStatus.LOST,
        lost_reason="price",
        created_at=datetime(2026, 7, 1, 22, 30, tzinfo=UTC),
        first_response_at=datetime(2026, 12, 1, 8, 0, tzinfo=UTC),
    )
    [row] = read(at_desk.get(f"{INBOX}?queue=all&export={format}"), format)
    lead = Lead.objects.get()
    assert list(row) == [str(heading) for heading in HEADINGS.values()]
    assert (row["Reference"], row["Name"], row["E-mail"]) == (lead.reference, "Zoë Bélanger", "zoe@example.com")
    assert (row["Subject"], row["Source"], row["Page"]) == ("Peel", "Social media", "Chemical peel")
    assert (row["Status"], row["Lost reason"], row["Owner"]) == ("Lost", "Price", "exporter")
    assert str(row["Received"]).startswith("2026-07-02 00:30")
    assert str(row["First response"]).startswith("2026-12-01 09:00")
    assert row["Follow up"] in {"", None}


def test_a_phone_number_is_read_and_not_calculated(at_desk):
    factories.LeadFactory(phone="+44 7700 900123", phone_e164="+447700900123")
    [row] = read_csv(at_desk.get(f"{INBOX}?export=csv"))
    assert row["Phone"] == "(+44) 7700 900123"
    [row] = read_xlsx(at_desk.get(f"{INBOX}?export=xlsx"))
    assert (row["Phone"].value, row["Phone"].data_type) == ("+44 7700 900123", "s")


@pytest.mark.parametrize(
    ("phone", "e164", "cell"),
    [
        ("07700900123", "+447700900123", "(+44) 7700 900123"),
        ("+44 call me", "", "'+44 call me"),
        ("0123", "", "'0123"),
        ("", "", ""),
        ("ext. 12", "", "ext. 12"),
    ],
)
def test_a_phone_in_a_csv_keeps_its_plus_and_its_zeros(phone, e164, cell):
    assert phone_as_cell(phone, e164) == cell


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_of_a_csv_begins_like_a_formula(at_desk, text):
    factories.LeadFactory(name=text, subject=text, email=text, phone=text, page_title=text)
    [row] = read_csv(at_desk.get(f"{INBOX}?export=csv"))
    for column in ("Name", "Subject", "E-mail", "Phone", "Page"):
        assert row[column].startswith("'"), column
        assert text.strip() in row[column]


@pytest.mark.parametrize("text", DANGEROUS)
def test_what_looks_like_a_formula_is_text_in_a_workbook(at_desk, text):
    factories.LeadFactory(name=text, subject=text, email=text, phone=text, page_title=text)
    [row] = read_xlsx(at_desk.get(f"{INBOX}?export=xlsx"))
    for column in ("Name", "Subject", "E-mail", "Phone", "Page"):
        assert row[column].data_type == "s", column
        assert row[column].quotePrefix, column
        assert row[column].value.strip() == text.strip()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("separator", [";", "; ", ';"', "\t", "\n", "\r\n"])
def test_no_formula_hides_where_other_countries_divide_cells(delimiter, separator):
    cell = as_cell(f"Ada{separator}=1+1")
    for piece in cell.replace("\r", "\n").replace("\t", "\n").replace(";", "\n").replace(delimiter, "\n").split("\n"):
        assert not is_formula(piece.lstrip("\"' ") if not piece.strip().startswith(("'", "\"'")) else ""), cell


@pytest.mark.parametrize("sign", list(STARTS))
def test_every_sign_that_begins_a_formula_is_marked(sign):
    assert as_cell(f"{sign}1").startswith("'")


@pytest.mark.parametrize("text", ["Ada Weber", "O'Neil", "Peel, 20 %", "a=b", "x@example.com", "– dash", "💉", ""])
def test_harmless_text_stays_as_it_is(text):
    assert as_cell(text) == text


@pytest.mark.parametrize("format", FORMATS)
def test_control_characters_do_not_break_a_file(exporter, format):
    lead = factories.LeadFactory(name="Ada")
    Lead.objects.filter(pk=lead.pk).update(name="A\x01d\x0ba\x1b", subject="x" * 255)
    [row] = read(export_response(Lead.objects.all(), format, exporter), format)
    assert row["Name"] == "Ada"


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_holds_no_answers_and_nothing_that_was_written(at_desk, format, desk_user):
    enquiry = factories.EnquiryFactory(
        message="SECRETMESSAGE",
        answers=seal_answers(
            [
                {
                    "key": "a",
                    "label": "Illness",
                    "type": "short_text",
                    "sensitivity": "sensitive",
                    "value": "SECRETILLNESS",
                }
            ]
        ),
    )
    enquiry.lead.add_note("SECRETNOTE", by=desk_user)
    response = at_desk.get(f"{INBOX}?export={format}")
    text = str(read(response, format))
    assert enquiry.lead.reference in text
    assert "SECRET" not in text
    assert "Illness" not in text


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_holds_what_the_listing_shows_in_its_order(at_desk, format):
    first = factories.LeadFactory(name="Bo Adams", status=LeadStatus.NEW)
    second = factories.LeadFactory(name="Ada Adams", status=LeadStatus.NEW)
    factories.LeadFactory(name="Cy Adams", status=LeadStatus.CONTACTED)
    factories.LeadFactory(name="Di Other", status=LeadStatus.NEW)
    rows = read(at_desk.get(f"{INBOX}?queue=all&status=new&q=Adams&ordering=name&export={format}"), format)
    assert [row["Reference"] for row in rows] == [second.reference, first.reference]


def test_all_pages_are_in_the_file(at_desk):
    for _number in range(60):
        factories.LeadFactory()
    assert len(read_csv(at_desk.get(f"{INBOX}?export=csv&p=2"))) == 60


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("tail", ["", "results/"])
def test_the_permission_to_export_is_asked_for_on_the_server(client, desk_user, lead, format, tail):
    client.force_login(desk_user)
    response = client.get(f"{INBOX}{tail}?export={format}")
    assert response.status_code == 403
    assert lead.name not in response.content.decode()
    assert f"export={format}" not in client.get(INBOX).content.decode()


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("tail", ["messages/", "messages/results/", "quarantine/", "quarantine/results/"])
def test_messages_and_quarantine_are_exported_by_nobody(client, admin_user, format, tail):
    client.force_login(admin_user)
    assert client.get(f"{INBOX}{tail}?export={format}").status_code == 403


def test_the_inbox_offers_the_files_to_those_who_may_export(at_desk, lead):
    text = at_desk.get(f"{INBOX}?status=new").content.decode()
    assert "export=csv" in text
    assert "export=xlsx" in text


@pytest.mark.parametrize("format", FORMATS)
def test_only_leads_of_sites_where_one_may_export_are_in_the_file(client, site, format):
    south = Site.objects.create(hostname="south.example", root_page=site.root_page)
    user = factories.make_user("leads.view_lead")
    group = Group.objects.create(name="Southern exporters")
    export = Permission.objects.get(codename="export_lead")
    GroupSitePermission.objects.create(group=group, site=south, permission=export)
    user.groups.add(group)
    factories.LeadFactory(site=site)
    factories.LeadFactory()
    mine = factories.LeadFactory(site=south)
    client.force_login(user)
    rows = read(client.get(f"{INBOX}?export={format}"), format)
    assert [row["Reference"] for row in rows] == [mine.reference]
    assert ModelLogEntry.objects.get(action="leads.export").data["number"] == 1


@pytest.mark.parametrize("format", FORMATS)
def test_an_export_is_logged_with_its_number_and_no_values(at_desk, exporter, lead, format):
    content(at_desk.get(f"{INBOX}?q=Amara&export={format}"))
    entry = ModelLogEntry.objects.get(action="leads.export")
    assert entry.user == exporter
    assert entry.data == {"number": 1, "format": format}
    assert entry.message == f"Exported 1 lead as {format.upper()}"
    assert "Amara" not in f"{entry.label} {entry.data}"


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_is_not_kept_by_any_cache(at_desk, lead, format):
    response = at_desk.get(f"{INBOX}?export={format}")
    assert "no-store" in response["Cache-Control"]
    assert response["Content-Disposition"].startswith("attachment; filename=")
    content(response)


@pytest.mark.parametrize("nonsense", ["exe", "CSV", "", "\0", "csv,xlsx", "💉"])
def test_an_unknown_kind_of_file_is_the_page(at_desk, lead, nonsense):
    assert at_desk.get(INBOX, {"export": nonsense})["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_list_is_a_file_with_headings(at_desk, format):
    assert read(at_desk.get(f"{INBOX}?export={format}"), format) == []


def test_the_number_of_queries_does_not_grow_with_the_leads(exporter):
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            content(export_response(Lead.objects.all(), "csv", exporter))
        return len(queries)

    factories.LeadFactory(owner=exporter)
    count()
    few = count()
    for _number in range(20):
        factories.LeadFactory(owner=factories.make_user())
    assert count() == few


@pytest.mark.parametrize("format", FORMATS)
def test_memory_does_not_grow_with_the_leads(exporter, format, monkeypatch):
    monkeypatch.setattr(columns, "CHUNK", 50)

    def peak(number: int) -> int:
        Lead.objects.bulk_create(Lead(name=f"Ada {n}", email=f"a{n}@example.com") for n in range(number))
        tracemalloc.start()
        for _piece in export_response(Lead.objects.all(), format, exporter).streaming_content:
            pass
        _now, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(10)
    small = peak(200)
    assert peak(1_200) < 2 * small
