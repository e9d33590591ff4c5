"""The quarantine as staff meet it: nothing is hidden, one click decides, a second click does no harm."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ModelLogEntry

from leads.desk.quarantine import search
from leads.models import Delivery, Enquiry, Lead, Verdict
from leads.privacy.removal import remove
from leads.sealing import seal_answers
from tests import factories
from tests.leads.desk.listing import INBOX, current_tab, lead_page, tabs

QUARANTINE = f"{INBOX}quarantine/"
SIGNALS = f"{QUARANTINE}signals/"
BULK = "/admin/bulk/leads/enquiry/"
ROW = re.compile(r'class="leads-inbox__name" href="/admin/leads/lead/quarantine/(\d+)/"')
LINKS = {"signal": "links", "points": 20, "reason": "It holds several links."}
HONEYPOT = {"signal": "honeypot", "points": 30, "reason": "A field that people do not see was filled in."}
DECISIONS = ["release", "confirm_spam", "return_to_quarantine"]
NONSENSE = [
    "bogus=1",
    "p=abc",
    "p=99999",
    "show=zzz",
    "show=quarantined",
    "show=accepted",
    "received_from=notadate",
    "received_to=0000-00-00",
    "ordering=nope",
    "ordering=lead__owner__password",
    "q=%00",
    "verdict=spam",
    "message__contains=zzz",
    "_w_filter_fragment=1",
]
IDS = ["abc", "-1", "0", "1e3", "%00", "9" * 30, "²", "١", "1.5", "all,1"]


def hold_back(**fields) -> Enquiry:
    return factories.EnquiryFactory(
        **{
            "lead": None,
            "name": "Growth Partner",
            "email": "offers@example.net",
            "phone": "",
            "verdict": Verdict.QUARANTINED,
            "spam_score": 50,
            "spam_reasons": [HONEYPOT, LINKS],
            **fields,
        }
    )


@pytest.fixture
def held(db):
    return hold_back(name="Zoë Bélanger", email="zoe@example.com", subject="Chemical peel")


def rows(response) -> list[int]:
    assert response.status_code == 200
    return [int(pk) for pk in ROW.findall(response.content.decode())]


def decide(action: str, enquiry) -> str:
    return f"{INBOX}{action}/{enquiry.pk}/"


def page_of(enquiry) -> str:
    return f"{QUARANTINE}{enquiry.pk}/"


def messages(response) -> str:
    return unescape(" ".join(str(message) for message in response.context["messages"]))


def verdict(enquiry) -> str:
    return Enquiry.objects.get(pk=enquiry.pk).verdict


def audit_log(enquiry) -> list[tuple[str, str]]:
    return list(ModelLogEntry.objects.filter(label=enquiry.reference).values_list("action", "user__username"))


# The listing


def test_the_inbox_has_a_tab_with_the_number_of_enquiries_in_quarantine(desk, held, lead):
    assert tabs(desk.get(INBOX))["Quarantine"] == "1"
    assert f'href="{QUARANTINE}"' in desk.get(INBOX).content.decode()
    response = desk.get(QUARANTINE)
    assert (current_tab(response), tabs(response)["Quarantine"], tabs(response)["All open"]) == ("Quarantine", "1", "1")


def test_the_tab_is_there_when_nothing_is_in_quarantine(desk):
    assert tabs(desk.get(INBOX))["Quarantine"] == "0"
    assert "Nothing is in quarantine" in desk.get(QUARANTINE).content.decode()


def test_a_row_says_who_wrote_about_what_and_why_it_waits(desk, held):
    content = desk.get(QUARANTINE).content.decode()
    for words in ("Zoë Bélanger", "Chemical peel", held.reference, HONEYPOT["reason"], LINKS["reason"], "50"):
        assert words in content


def test_reasons_of_the_oldest_rows_are_read_too(desk):
    hold_back(spam_reasons=["It holds several links.", "Something nobody looks for any more."])
    content = desk.get(QUARANTINE).content.decode()
    assert "It holds several links." in content
    assert "Something nobody looks for any more." in content


def test_the_newest_come_first_and_pages_follow_each_other(desk):
    now = timezone.now()
    held = [hold_back(received_at=now - timedelta(minutes=number)) for number in range(60)]
    first, second = rows(desk.get(QUARANTINE)), rows(desk.get(QUARANTINE + "?p=2"))
    assert first + second == [enquiry.pk for enquiry in held]
    assert len(first) == 50


def test_only_what_waits_is_listed_and_a_filter_shows_confirmed_spam(desk, desk_user, held):
    factories.EnquiryFactory()
    spam = hold_back()
    spam.confirm_spam(by=desk_user)
    assert rows(desk.get(QUARANTINE)) == [held.pk]
    response = desk.get(QUARANTINE + "?show=spam")
    assert rows(response) == [spam.pk]
    assert "Confirmed by desk" in response.content.decode()
    assert tabs(response)["Quarantine"] == "1"


@pytest.mark.parametrize("query", ["zoë", "ZOE@", "peel bélanger", "07700 900123", "900123", "{reference}", "laser"])
def test_an_enquiry_is_found_by_what_somebody_says_on_the_phone(desk, held, query):
    hold_back()
    Enquiry.objects.filter(pk=held.pk).rewrite(phone="07700 900123", phone_e164="+447700900123", message="LASER?")
    assert rows(desk.get(QUARANTINE, {"q": query.format(reference=held.reference)})) == [held.pk]
    assert rows(desk.get(f"{QUARANTINE}results/", {"q": "nobody"})) == []


def test_the_listing_is_narrowed_by_the_day_of_receipt(desk, held):
    old = hold_back(received_at=timezone.now() - timedelta(days=10))
    week_ago = (timezone.localdate() - timedelta(days=7)).isoformat()
    assert rows(desk.get(QUARANTINE, {"received_to": week_ago})) == [old.pk]


@pytest.mark.parametrize("ordering", ["spam_score", "received_at"])
def test_columns_sort_both_ways(desk, ordering):
    low = hold_back(spam_score=50, received_at=timezone.now() - timedelta(days=1))
    high = hold_back(spam_score=90)
    assert rows(desk.get(QUARANTINE, {"ordering": ordering})) == [low.pk, high.pk]
    assert rows(desk.get(QUARANTINE, {"ordering": f"-{ordering}"})) == [high.pk, low.pk]


@pytest.mark.parametrize("querystring", NONSENSE)
def test_a_nonsense_querystring_shows_the_same_rows_as_none(desk, desk_user, held, querystring):
    hold_back().confirm_spam(by=desk_user)
    factories.EnquiryFactory()
    assert rows(desk.get(f"{QUARANTINE}?{querystring}")) == [held.pk]
    assert rows(desk.get(f"{QUARANTINE}results/?{querystring}")) == [held.pk]
    assert desk.get(f"{SIGNALS}?{querystring}").status_code == 200
    assert desk.get(f"{page_of(held)}?{querystring}").status_code == 200


@pytest.mark.parametrize("pk", ["abc", "999999", "-1", "9" * 30, "%00"])
def test_an_enquiry_that_does_not_exist_is_not_found(desk, pk):
    assert desk.get(f"{QUARANTINE}{pk}/").status_code == 404
    for action in DECISIONS:
        assert desk.post(f"{INBOX}{action}/{pk}/").status_code == 404


def test_an_enquiry_that_was_never_suspected_has_no_page_in_quarantine(desk):
    enquiry = factories.EnquiryFactory()
    assert desk.get(page_of(enquiry)).status_code == 404
    assert desk.post(decide("confirm_spam", enquiry)).status_code == 404
    assert verdict(enquiry) == Verdict.ACCEPTED


def count_queries(client, url: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


@pytest.mark.parametrize("show", ["", "?show=spam"])
def test_the_listing_needs_as_many_queries_for_two_hundred_rows_as_for_two(desk, desk_user, show):
    def fill(number: int) -> None:
        for _number in range(number):
            enquiry = hold_back()
            if show:
                enquiry.confirm_spam(by=desk_user)

    fill(2)
    desk.get(QUARANTINE + show)
    few = count_queries(desk, QUARANTINE + show)
    fill(198)
    assert count_queries(desk, QUARANTINE + show) == few <= 14


def test_exports_are_refused(client, admin_user, held):
    client.force_login(admin_user)
    assert client.get(f"{QUARANTINE}?export=csv").status_code == 403


# One enquiry


def test_the_page_shows_what_was_written_why_it_waits_and_where_it_came_from(desk, held):
    Enquiry.objects.rewrite(
        message="Rank <b>first</b>\nhttp://spam.example",
        page_title="Peels",
        attribution={"utm_source": "news"},
        answers=seal_answers(
            [{"key": "a", "label": "Since?", "type": "short_text", "sensitivity": "plain", "value": "May"}]
        ),
    )
    content = desk.get(page_of(held)).content.decode()
    for words in (
        "Rank &lt;b&gt;first&lt;/b&gt;",
        "Since?",
        "May",
        "Peels",
        "news",
        "zoe@example.com",
        LINKS["reason"],
    ):
        assert words in content
    assert 'href="http://spam.example' not in content


def test_sensitive_answers_need_their_permission_here_too(client, desk_user, manager, held):
    answers = [{"key": "a", "label": "Illness", "type": "short_text", "sensitivity": "sensitive", "value": "Marker"}]
    Enquiry.objects.rewrite(answers=seal_answers(answers))
    client.force_login(desk_user)
    content = client.get(page_of(held)).content.decode()
    assert "Marker" not in content
    assert "1 health answer is hidden" in content
    client.force_login(manager)
    content = client.get(page_of(held)).content.decode()
    assert "Marker" not in content
    assert "Open 1 health answer" in content


def test_the_page_outlives_the_decision_and_tells_it(desk, desk_user, held):
    desk.post(decide("release", held))
    content = desk.get(page_of(held)).content.decode()
    assert f'href="{lead_page(Lead.objects.get())}"' in content
    assert "desk decided so" in content
    assert f'action="{decide("release", held)}"' not in content


# Decisions


def test_one_click_releases(desk, desk_user, held):
    response = desk.post(decide("release", held), follow=True)
    lead = Lead.objects.get()
    assert response.redirect_chain == [(lead_page(lead), 302)]
    assert f"{held.reference} is released: it is in lead {lead.reference}" in messages(response)
    assert "desk released enquiry" in response.content.decode()
    assert (verdict(held), Delivery.objects.count()) == (Verdict.ACCEPTED, 1)
    assert audit_log(held) == [("leads.release", "desk")]


def test_released_twice_is_released_once_and_the_second_is_told(desk, held):
    desk.post(decide("release", held))
    response = desk.post(decide("release", held), {"next": QUARANTINE}, follow=True)
    assert f"desk has released {held.reference} already" in messages(response)
    assert (Lead.objects.count(), Delivery.objects.count(), len(audit_log(held))) == (1, 1, 1)


def test_spam_leaves_the_list_stays_stored_and_can_come_back(desk, held):
    response = desk.post(decide("confirm_spam", held), follow=True)
    assert f"{held.reference} is confirmed as spam" in messages(response)
    assert rows(response) == []
    assert f"desk has confirmed {held.reference} as spam" in messages(desk.post(decide("release", held), follow=True))
    assert verdict(held) == Verdict.SPAM
    desk.post(decide("return_to_quarantine", held))
    assert rows(desk.get(QUARANTINE)) == [held.pk]
    assert [action for action, _user in audit_log(held)] == ["leads.return_to_quarantine", "leads.confirm_spam"]


def test_a_decision_in_the_list_comes_back_to_the_list(desk, held):
    assert desk.post(decide("release", held), {"next": f"{QUARANTINE}?q=zoe"}).url == f"{QUARANTINE}?q=zoe"
    assert desk.post(decide("release", held), {"next": "https://elsewhere.example/"}).url.startswith(INBOX)


@pytest.mark.parametrize("action", DECISIONS)
def test_following_a_link_decides_nothing(desk, held, action):
    assert desk.get(decide(action, held)).url == page_of(held)
    assert verdict(held) == Verdict.QUARANTINED


@pytest.mark.parametrize("action", DECISIONS)
def test_a_decision_from_another_site_is_refused(client, desk_user, held, action):
    client.handler.enforce_csrf_checks = True
    client.force_login(desk_user)
    assert client.post(decide(action, held)).status_code == 403
    assert verdict(held) == Verdict.QUARANTINED


# Many at once


def bulk(action: str, querystring: str) -> str:
    return f"{BULK}{action}/?{querystring}"


def test_many_are_released_after_one_question(desk, held):
    other, left = hold_back(), hold_back()
    address = bulk("release", f"id={held.pk}&id={other.pk}&next={QUARANTINE}")
    asked = desk.get(address)
    assert asked.status_code == 200
    assert held.reference in asked.content.decode()
    assert left.reference not in asked.content.decode()
    assert verdict(held) == Verdict.QUARANTINED
    response = desk.post(address, follow=True)
    assert "2 enquiries are released." in messages(response)
    assert [verdict(enquiry) for enquiry in (held, other, left)] == ["accepted", "accepted", "quarantined"]
    assert audit_log(held) == audit_log(other) == [("leads.release", "desk")]


def test_an_old_enquiry_is_found_by_its_reference_and_by_nothing_else(db, monkeypatch):
    monkeypatch.setattr(search, "NEWEST", 1)
    old = timezone.now() - timedelta(days=400)
    oldest = hold_back(reference="E-7K4M2Q", name="Zoe", received_at=old)
    newest = {hold_back(name="Zoe").pk for _number in range(2)}

    def find(query: str) -> set[int]:
        enquiries = Enquiry.objects.quarantined().order_by("-received_at")
        found = search.search_enquiries(enquiries, query, Verdict.QUARANTINED)
        return set(found.values_list("pk", flat=True))

    assert find("zoe") == newest
    assert find("zoe e-7k4m2q") == find("7K4M2Q") == {oldest.pk}
    assert find("nobody") == set()


@pytest.mark.parametrize("narrowed", ["q=zoe", "received_to={week_ago}", "q=zoe&p=2&ordering=spam_score"])
def test_all_means_all_that_the_listing_shows(desk, narrowed):
    week_ago = (timezone.localdate() - timedelta(days=7)).isoformat()
    old = timezone.now() - timedelta(days=9)
    meant = [hold_back(email="zoe@example.com", received_at=old) for _number in range(3)]
    other = hold_back()
    desk.post(bulk("confirm_spam", f"id=all&{narrowed.format(week_ago=week_ago)}"))
    assert {verdict(enquiry) for enquiry in meant} == {Verdict.SPAM}
    assert verdict(other) == Verdict.QUARANTINED


def test_what_was_decided_meanwhile_is_left_out_of_many(desk, desk_user, held):
    spam, accepted = hold_back(), factories.EnquiryFactory()
    spam.confirm_spam(by=desk_user)
    address = bulk("release", f"id={held.pk}&id={spam.pk}&id={accepted.pk}")
    assert "2 enquiries are left out" in desk.get(address).content.decode()
    desk.post(address)
    assert [verdict(enquiry) for enquiry in (held, spam)] == [Verdict.ACCEPTED, Verdict.SPAM]
    assert Enquiry.objects.get(pk=accepted.pk).judged_at is None


@pytest.mark.parametrize("action", ["release", "confirm_spam"])
@pytest.mark.parametrize("pk", IDS)
def test_nonsense_among_the_chosen_does_nothing(desk, held, action, pk):
    for response in (desk.get(bulk(action, f"id={pk}")), desk.post(bulk(action, f"id={pk}"))):
        assert response.status_code in {200, 302}
    assert desk.get(bulk(action, "")).status_code == 200
    assert desk.get(bulk(action, "id=all&received_from=x&p=y&show=z")).status_code == 200
    assert verdict(held) == Verdict.QUARANTINED


def test_a_great_number_is_done_in_portions_and_says_so(desk, monkeypatch):
    monkeypatch.setattr("leads.desk.quarantine.bulk.ReleaseBulkAction.most", 2)
    held = [hold_back(email=f"visitor{number}@example.com") for number in range(3)]
    assert "the most that can be decided at a time" in desk.get(bulk("release", "id=all")).content.decode()
    desk.post(bulk("release", "id=all"))
    desk.post(bulk("release", "id=all"))
    assert {verdict(enquiry) for enquiry in held} == {Verdict.ACCEPTED}


# Permissions

READ = [QUARANTINE, f"{QUARANTINE}results/", SIGNALS, QUARANTINE + "{pk}/"]
CHANGE = [*(INBOX + action + "/{pk}/" for action in DECISIONS), *(BULK + a + "/?id={pk}" for a in DECISIONS[:2])]


@pytest.mark.parametrize("address", READ + CHANGE)
def test_anonymous_visitors_are_sent_to_the_login(client, held, address):
    for response in (client.get(address.format(pk=held.pk)), client.post(address.format(pk=held.pk))):
        assert response.url.startswith("/admin/login/")
    assert verdict(held) == Verdict.QUARANTINED


@pytest.mark.parametrize("address", READ + CHANGE)
@pytest.mark.parametrize("permissions", [[], ["leads.change_lead"], ["leads.view_sensitive_answers"]])
def test_nobody_gets_anywhere_without_the_permission_to_see_leads(client, held, address, permissions):
    client.force_login(factories.make_user(*permissions))
    for response in (client.get(address.format(pk=held.pk)), client.post(address.format(pk=held.pk))):
        assert response.status_code == 403
        assert held.name not in response.content.decode()
    assert verdict(held) == Verdict.QUARANTINED


def test_an_onlooker_reads_and_decides_nothing(client, onlooker, held):
    client.force_login(onlooker)
    for address in READ:
        content = client.get(address.format(pk=held.pk)).content.decode()
        assert "data-w-action-url-value" not in content
        assert "data-bulk-action-checkbox" not in content
        assert f'action="{decide("release", held)}"' not in content
    for address in CHANGE:
        assert client.post(address.format(pk=held.pk)).status_code == 403, address
    assert verdict(held) == Verdict.QUARANTINED


@pytest.mark.parametrize("fixture", ["desk_user", "admin_user"])
def test_the_desk_and_the_superuser_may_do_everything(client, request, held, fixture):
    client.force_login(request.getfixturevalue(fixture))
    for address in READ:
        assert client.get(address.format(pk=held.pk)).status_code == 200
    for address in CHANGE:
        assert client.post(address.format(pk=held.pk)).status_code == 302, address


# Signals


def test_the_share_of_releases_is_told_for_each_signal(desk, desk_user):
    for number in range(10):
        enquiry = hold_back(spam_reasons=[LINKS] if number else ["It holds several links."], spam_score=50 + number)
        if number < 3:
            desk.post(decide("release", enquiry))
        elif number < 5:
            enquiry.confirm_spam(by=desk_user)
    hold_back(spam_reasons=[LINKS, HONEYPOT])
    hold_back(spam_reasons=[HONEYPOT], received_at=timezone.now() - timedelta(days=60))
    factories.EnquiryFactory(spam_reasons=[LINKS])
    counts = {count.label: count for count in desk.get(SIGNALS, {"days": "30"}).context["counts"]}
    links, honeypot = counts["Links"], counts["Hidden field filled in"]
    assert (links.quarantined, links.released, links.confirmed, links.waiting, links.share) == (11, 3, 2, 6, 27)
    assert (honeypot.quarantined, honeypot.share) == (1, 0)
    assert counts["All together"].quarantined == 11
    counts = {count.label: count for count in desk.get(SIGNALS).context["counts"]}
    assert counts["Hidden field filled in"].quarantined == 2
    assert "(27 %)" in desk.get(SIGNALS).content.decode()


def test_the_shares_stay_when_enquiries_are_purged_or_erased(desk, desk_user):
    for number in range(6):
        enquiry = hold_back(email=f"sender{number}@example.net")
        if number < 2:
            desk.post(decide("release", enquiry))
        elif number < 3:
            enquiry.confirm_spam(by=desk_user)
    factories.EnquiryFactory(spam_reasons=[LINKS])
    before = desk.get(SIGNALS).context["counts"]
    remove(Lead.objects.all(), Enquiry.objects.all(), cause="erased")
    after = desk.get(SIGNALS).context["counts"]
    assert [(count.label, count.quarantined, count.released, count.confirmed, count.share) for count in after] == [
        (count.label, count.quarantined, count.released, count.confirmed, count.share) for count in before
    ]
    assert [(count.waiting, count.undecided) for count in before] == [(3, 0)] * 3
    assert [(count.waiting, count.undecided) for count in after] == [(0, 3)] * 3


def test_a_period_without_spam_says_so(desk):
    assert "Nothing was held back in this period" in desk.get(SIGNALS + "?days=365").content.decode()


def test_signals_cost_the_same_queries_however_many_enquiries_there_are(desk, held):
    desk.get(SIGNALS)
    few = count_queries(desk, SIGNALS)
    for number in range(50):
        hold_back(spam_reasons=[{**LINKS, "points": number}])
    assert count_queries(desk, SIGNALS) == few
