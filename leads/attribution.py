"""Where an enquiry came from, read from the address of the page it was sent from."""

from urllib.parse import parse_qs, urlsplit

from leads.visitor_text import on_one_line, storable

CAMPAIGN_KEYS = ("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "utm_id")
CLICK_KEYS = ("gclid", "gbraid", "wbraid", "dclid", "fbclid", "msclkid", "ttclid", "li_fat_id", "twclid")
LONGEST = 200
"""Most characters kept of a value."""


def attribution(referer: str, own_host: str) -> dict[str, str]:
    """Campaign and click ids of the `Referer` header and its path; its host unless it is `own_host`; nothing else.

    The pages are the same for everybody and set no cookie, so the address is all that tells visitors apart.
    """
    try:
        address = urlsplit(storable(referer))
        query = parse_qs(address.query, max_num_fields=100)
        host = "" if address.netloc == own_host else address.hostname or ""
        found = {"referrer_host": host, "landing_path": address.path}
    except ValueError:
        return {}
    found |= {key: query[key][-1] for key in (*CAMPAIGN_KEYS, *CLICK_KEYS) if key in query}
    return {key: shortened for key, value in found.items() if (shortened := shorten(value))}


def shorten(value: str) -> str:
    """One storable line of at most `LONGEST` characters; escapes in an address may hold anything."""
    return on_one_line(storable(value))[:LONGEST]
