"""Under which key a request finds its page: the address as it was asked for, without what no page depends on."""

from functools import lru_cache
from hashlib import blake2b
from urllib.parse import parse_qsl, urlencode

from leads import conf
from leads.attribution import CAMPAIGN_KEYS, CLICK_KEYS

TRACKING_KEYS = {
    *CAMPAIGN_KEYS,
    *CLICK_KEYS,
    *("_ga", "_gl", "_hsenc", "_hsmi", "epik", "gad_campaignid", "gad_source", "igsh", "igshid", "mc_cid", "mc_eid"),
    *("mkt_tok", "srsltid", "wickedid", "yclid", "ysclid"),
}
TRACKING_PREFIXES = ("utm_", "hsa_", "mtm_", "pk_")
"""What advertisers add to addresses. The script in the browser reads it there; no page does."""

LONGEST_QUERY = 1_000
"""Characters; a longer one is nobody's link, and its page is not kept."""

_query_keys: set[str] = set()


def register_query_keys(*names: str) -> None:
    """Keys of the querystring that a public view of the app reads: pages that differ by them are kept apart."""
    _query_keys.update(names)
    shared_query.cache_clear()


def key_of(request) -> str | None:
    """The key of the request's page without its encoding; None where the querystring holds what nobody registered.

    The host is as it was sent: what is found under it was stored after Django had accepted that same host.
    """
    query = shared_query(request.META.get("QUERY_STRING", ""), tuple(conf.get("PAGE_CACHE_QUERY_KEYS")))
    if query is None:
        return None
    place = request.scheme, request._get_raw_host(), str(request.get_port()), request.path, request.path_info
    text = "\0".join((*place, query))
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()


@lru_cache(maxsize=2048)
def shared_query(query: str, hosts_keys: tuple[str, ...] = ()) -> str | None:
    """The querystring that the renderer of a shared page sees: known keys in order, a key's values as they were sent.

    None when there is a key that nobody registered, or more than anybody would write.
    """
    if not query:
        return ""
    if len(query) > LONGEST_QUERY:
        return None
    try:
        # WSGI hands the bytes of an address over as Latin-1.
        text = query.encode("latin-1", "replace").decode("utf-8", "replace")
        pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=50)
    except ValueError:
        return None
    pairs = [(name, value) for name, value in pairs if not is_tracking(name)]
    known = _query_keys.union(hosts_keys)
    if any(name not in known for name, _value in pairs):
        return None
    return urlencode(sorted(pairs, key=lambda pair: pair[0]))


def is_tracking(name: str) -> bool:
    """Whether a key of a querystring only tells where a visitor came from."""
    return name in TRACKING_KEYS or name.startswith(TRACKING_PREFIXES)
