"""Where an enquiry came from: the first and the last touch before it, as far as the browser tells.

A touch holds campaign and click ids, the host of the site before ours, and the path of the page that was reached:
nothing else of any address. The script `leads/attribution.js` tells both, without it the `Referer` header tells one.
"""

import json
import re
from urllib.parse import parse_qs, urlsplit

from leads.visitor_text import on_one_line, storable

CAMPAIGN_KEYS = ("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "utm_id")
CLICK_KEYS = ("gclid", "gbraid", "wbraid", "dclid", "fbclid", "msclkid", "ttclid", "li_fat_id", "twclid")
TOUCHES = ("first", "last")
LONGEST = 200
"""Most characters kept of a value."""

MOST = 10_000
"""Characters of the script's note from which it is not read; two full touches are shorter."""

HOST = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63})*")

Touch = dict[str, str]


def attribution(touches: str, referer: str, own_host: str) -> dict[str, Touch]:
    """The first and the last touch that are known; whatever is not as the script writes it is passed over."""
    found = {"last": touch_of_address(referer, own_host), **read_touches(touches, own_host)}
    return {name: found[name] for name in TOUCHES if found.get(name)}


def read_touches(text: str, own_host: str) -> dict[str, Touch]:
    """The touches in the script's note; anything may have been posted under its name."""
    try:
        posted = json.loads(text) if len(text) <= MOST else None
    except (ValueError, RecursionError):
        return {}
    if not isinstance(posted, dict):
        return {}
    touches = {name: clean_touch(posted.get(name), own_host) for name in TOUCHES}
    return {name: touch for name, touch in touches.items() if touch}


def touch_of_address(referer: str, own_host: str) -> Touch:
    """What the `Referer` header tells of the page that was sent from, or of the site before it."""
    try:
        address = urlsplit(storable(referer))
        query = parse_qs(address.query, max_num_fields=100)
        host = "" if address.netloc == own_host else address.hostname or ""
    except ValueError:
        return {}
    ids = {key: values[-1] for key, values in query.items()}
    return clean_touch({**ids, "referrer_host": host, "landing_path": address.path}, own_host)


def clean_touch(posted: object, own_host: str) -> Touch:
    """The known keys of a touch with values that are what they should be."""
    if not isinstance(posted, dict):
        return {}
    known = ("referrer_host", "landing_path", *CAMPAIGN_KEYS, *CLICK_KEYS)
    touch = {key: shorten(posted[key]) for key in known if isinstance(posted.get(key), str)}
    host = touch.get("referrer_host", "")
    if not HOST.fullmatch(host) or host == own_host.partition(":")[0]:
        touch.pop("referrer_host", None)
    touch["landing_path"] = path_alone(touch.get("landing_path", ""))
    return {key: value for key, value in touch.items() if value}


def path_alone(text: str) -> str:
    """A path without query and fragment; "" for what is no path."""
    return re.split(r"[?#;]", text, maxsplit=1)[0] if text.startswith("/") else ""


def shorten(value: str) -> str:
    """One printable line of at most `LONGEST` characters; escapes in an address may hold anything."""
    line = on_one_line(storable(value))
    return "".join(character for character in line if character.isprintable())[:LONGEST].strip()


def touches_of(stored: dict) -> dict[str, Touch]:
    """The touches of `Enquiry.attribution`; the oldest rows hold the last touch alone, without a name."""
    if any(isinstance(stored.get(name), dict) for name in TOUCHES):
        return {name: stored[name] for name in TOUCHES if stored.get(name)}
    return {"last": stored} if stored else {}
