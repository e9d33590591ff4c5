"""Fills a desk with the history of a clinic: leads, enquiries, timelines and messages, made by the database itself.

However long the history is, the desk has much the same to do: most of a million leads were closed years ago. The newest
leads are the open ones, names and subjects are unevenly frequent, one treatment was given up long ago.

A row that is shown costs more than the search for it. So that sizes can be compared, what is asked for shows as many
rows at every size: all of a page, or the `KNOWN` leads, which are spread evenly over the history.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection

COMMON_NAME = "Smith"
"""The surname of every tenth person."""
GIVEN_UP = "Dermal rolling"
"""A subject of one lead in twenty, none of them among the newer half."""
KNOWN = 20
"""Leads that are alike at every size: all came from social media to the second site, with the three below."""
SELDOM = "Scar camouflage"
KNOWN_NAME = f"Quenby {COMMON_NAME}"
KNOWN_PHONE = "01632 960"
"""The beginning of their phone numbers; the last three digits number them."""
PAGES = 24


@dataclass(frozen=True)
class Size:
    """How many leads there are, how many of them are open, and which share is of the second site."""

    name: str
    leads: int
    open: int
    days: int
    quarantined: int
    elsewhere: float = 0.2


SIZES = {
    size.name: size
    for size in (
        Size("1k", 1_000, 800, 90, 120, elsewhere=0.8),
        Size("10k", 10_000, 2_400, 300, 300),
        Size("100k", 100_000, 8_000, 1_000, 600),
        Size("1m", 1_000_000, 30_000, 3_650, 2_000),
        Size("1m_open", 1_000_000, 400_000, 3_650, 2_000),
    )
}

LEADS = """
INSERT INTO leads_lead (
    id, site_id, name, email, email_key, phone, phone_e164, preferred_contact, subject, source, page_id, page_title,
    page_url, status, owner_id, is_unread, hold_reason, created_at, last_enquiry_at, clock_started_at,
    first_response_at, response_due_at, target_minutes, follow_up_at, consultation_at, consultation_minutes,
    lost_reason, converted_at, closed_at
)
SELECT
    n, site, name, email, email, phone, '+44' || substr(replace(phone, ' ', ''), 2), 'any', subject,
    CASE WHEN is_known THEN 'social' WHEN d < 0.82 THEN 'website' WHEN d < 0.91 THEN 'phone' ELSE 'walk_in' END,
    (SELECT min(id) FROM wagtailcore_page WHERE depth = 3) + page, 'Treatment ' || page, '/treatment-' || page || '/',
    status, owner, status = 'new' AND e < 0.6, '', created, least(latest, now() - interval '1 minute'), created,
    CASE WHEN status <> 'new' THEN created + interval '2 hours' END, created + interval '4 hours', 240,
    CASE WHEN status = 'on_hold' OR (status = 'contacted' AND e < 0.72) THEN now() + (d - 0.5) * interval '20 days' END,
    CASE WHEN status IN ('booked', 'attended', 'converted') THEN created + interval '9 days' END, 30,
    CASE WHEN status = 'lost' THEN 'price' ELSE '' END,
    CASE WHEN status = 'converted' THEN created + interval '10 days' END,
    CASE WHEN status IN ('converted', 'lost') THEN created + interval '10 days' END
FROM (
    SELECT *,
        CASE
            WHEN is_known THEN '{seldom}'
            WHEN c < 0.15 AND n < {leads} / 2 THEN '{given_up}'
            ELSE 'Treatment ' || page
        END AS subject,
        first || ' ' || last AS name,
        lower(first) || '.' || lower(last) || n || '@example.com' AS email,
        CASE
            WHEN n > {leads} - {newest} AND a < 0.9 THEN (ARRAY[
                'new', 'new', 'new', 'attempted', 'attempted', 'contacted', 'booked', 'attended', 'no_show', 'on_hold'
            ])[1 + floor(b * 10)::int]
            WHEN b < 0.6 THEN 'lost'
            ELSE 'converted'
        END AS status,
        CASE WHEN e < 0.8 THEN {first_owner} + floor(power(e / 0.8, 3) * {owners})::int END AS owner,
        created + CASE WHEN f < 0.1 THEN f * interval '1500 days' ELSE interval '0' END AS latest
    FROM (
        SELECT n, a, b, c, d, e, f,
            is_known, CASE WHEN is_known OR l < {elsewhere} THEN {other_site} ELSE {site} END AS site,
            floor({pages} * power(g, 3))::int AS page,
            CASE WHEN is_known THEN '{known}' ELSE initcap(
                ({syllables})[1 + floor(h * 30)::int] || ({syllables})[1 + floor(i * 30)::int]
            ) END AS first,
            CASE WHEN is_known OR j < 0.1 THEN '{common}' ELSE initcap(
                ({syllables})[1 + floor(k * 30)::int] || ({syllables})[1 + floor(j * 30)::int]
                || ({syllables})[1 + floor(g * 30)::int]
            ) END AS last,
            CASE WHEN is_known THEN '{known_phone}' || lpad((n / {apart} % 1000)::text, 3, '0')
                ELSE ({ranges})[1 + floor(i * 12)::int] || lpad(floor(k * 1000)::int::text, 3, '0')
            END AS phone,
            now() - ({leads} - n) * {days}.0 / {leads} * interval '1 day' - interval '5 minutes' AS created
        FROM (
            SELECT n, random() AS a, random() AS b, random() AS c, random() AS d, random() AS e, random() AS f,
                random() AS g, random() AS h, random() AS i, random() AS j, random() AS k, random() AS l,
                n % {apart} = {apart} / 2 AS is_known
            FROM generate_series(1, {leads}) AS n
        ) AS chance
    ) AS person
) AS lead
"""

ENQUIRIES = """
INSERT INTO leads_enquiry (
    reference, received_at, site_id, page_id, page_title, page_url, subject, name, email, email_key, phone, phone_e164,
    preferred_contact, treatment, message, answers, attribution, language, client_key, dedupe_key, address_hash,
    lead_id, verdict, spam_score, spam_reasons, flags
)
SELECT
    'E-' || {reference}, received, site_id, page_id, page_title, page_url, subject, name, email, email_key, phone,
    phone_e164, 'any', '', 'Would it help with the scars on my cheeks, and how long would I have to stay at home?',
    '[]', '{{}}', 'en-gb', '', md5('{verdict}' || received || id), md5(id::text), lead, '{verdict}', {score}, '[]', '[]'
FROM (
    SELECT *, ({first} + row_number() OVER ()) * 612345677 % 729000000 AS code FROM ({source}) AS sent
) AS numbered
"""
FIRST_OF_EACH = "SELECT *, id AS lead, created_at AS received FROM leads_lead"
LATER_ONES = "SELECT *, id AS lead, last_enquiry_at AS received FROM leads_lead WHERE last_enquiry_at > created_at"
HELD_BACK = "SELECT *, NULL::int8 AS lead, created_at AS received FROM leads_lead ORDER BY id DESC LIMIT {number}"

ACTIVITIES = """
WITH stood AS (
    SELECT jsonb_build_object('before', jsonb_build_object(
        'status', 'new', 'follow_up_at', NULL, 'consultation_at', NULL, 'consultation_minutes', 30, 'lost_reason', '',
        'converted_at', NULL, 'closed_at', NULL
    )) AS before
)
INSERT INTO leads_activity (lead_id, kind, actor_id, created_at, text, from_value, to_value, outcome, data, enquiry_id)
SELECT lead_id, 'enquiry', NULL::int, received_at, '', '', '', '', '{}'::jsonb, id
FROM leads_enquiry WHERE lead_id IS NOT NULL
UNION ALL
SELECT id, 'status', owner_id, first_response_at, '', 'new', 'contacted', '', before, NULL
FROM leads_lead, stood WHERE first_response_at IS NOT NULL
UNION ALL
SELECT id, 'status', owner_id, closed_at, '', 'contacted', status, '', before, NULL
FROM leads_lead, stood WHERE closed_at IS NOT NULL
"""

DELIVERIES = """
INSERT INTO leads_delivery (
    kind, enquiry_id, lead_id, recipient, payload, state, attempts, next_attempt_at, lease_token, last_error,
    dedupe_key, message_id, created_at, sent_at
)
SELECT kind, id, lead_id, CASE kind WHEN 'alert' THEN 'desk@example.com' ELSE email END, '{}',
    CASE WHEN id % 5000 = 7 THEN 'dead' ELSE 'sent' END, 1, received_at, '', '', kind || id, '', received_at,
    received_at
FROM leads_enquiry, unnest(ARRAY['alert', 'acknowledgement']) AS kind
WHERE verdict = 'accepted'
"""

SYLLABLES = (
    "an bel cor dan el fin gar hol is jon kar lin mar nor ol par quin ros sal tim ul ver win yor zel bri chu da eri fo"
)
PHONES = (
    "020 7946 0",
    "07700 900",
    "0113 496 0",
    "0114 496 0",
    "0115 496 0",
    "0116 496 0",
    "0117 496 0",
    "0118 496 0",
    "0121 496 0",
    "0131 496 0",
    "0141 496 0",
    "0151 496 0",
)
"""Ranges of numbers that are given to nobody."""
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
TABLES = ("leads_lead", "leads_enquiry", "leads_activity", "leads_delivery")


def fill(size: Size, *, sites: list[int], owners: list[int]) -> None:
    """Make all rows of a size. The owners' keys must be consecutive; the first ones own the most leads."""
    with connection.cursor() as cursor, without_indexes(cursor):
        cursor.execute("SELECT setseed(0.2)")
        cursor.execute(leads_sql(size, sites, owners))
        held_back = {"quarantined": size.quarantined, "spam": 3 * size.quarantined}
        cursor.execute(enquiries_sql(FIRST_OF_EACH, 0))
        cursor.execute(enquiries_sql(LATER_ONES, 2_000_000))
        for place, (verdict, number) in enumerate(held_back.items(), start=3):
            source = HELD_BACK.format(number=number)
            cursor.execute(enquiries_sql(source, place * 1_000_000, verdict=verdict, score=60))
        cursor.execute(ACTIVITIES)
        cursor.execute(DELIVERIES)
        cursor.execute("SELECT setval('leads_lead_id_seq', (SELECT max(id) FROM leads_lead))")


def leads_sql(size: Size, sites: list[int], owners: list[int]) -> str:
    values = {
        "leads": size.leads,
        "newest": size.open / 0.9,
        "apart": size.leads // KNOWN,
        "elsewhere": size.elsewhere,
        "days": size.days,
        "site": sites[0],
        "other_site": sites[1],
        "first_owner": owners[0],
        "owners": len(owners),
        "pages": PAGES,
        "syllables": array(SYLLABLES.split()),
        "ranges": array(PHONES),
        "common": COMMON_NAME,
        "given_up": GIVEN_UP,
        "seldom": SELDOM,
        "known": KNOWN_NAME.split()[0],
        "known_phone": KNOWN_PHONE,
    }
    return LEADS.format(**values)


def enquiries_sql(source: str, first: int, *, verdict: str = "accepted", score: int = 0) -> str:
    digits = (f"substr('{ALPHABET}', 1 + (code / {30**place} % 30)::int, 1)" for place in range(6))
    return ENQUIRIES.format(source=source, first=first, verdict=verdict, score=score, reference=" || ".join(digits))


def array(words) -> str:
    return f"ARRAY[{', '.join(repr(word) for word in words)}]"


@contextmanager
def without_indexes(cursor) -> Iterator[None]:
    """Drop the indexes and make them again at the end, which is much faster than to keep them while rows come in."""
    cursor.execute(
        """
        SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
        WHERE indrelid = ANY(%s::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
        """,
        [list(TABLES)],
    )
    indexes = cursor.fetchall()
    for name, _definition in indexes:
        cursor.execute(f"DROP INDEX {name}")
    cursor.execute("SET session_replication_role = replica")
    yield
    cursor.execute("SET session_replication_role = DEFAULT")
    for _name, definition in indexes:
        cursor.execute(definition)
    for table in TABLES:
        cursor.execute(f"ANALYZE {table}")
