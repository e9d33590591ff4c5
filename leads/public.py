"""What other apps may use.

For forms of their own that visitors post: one reception and one spam score for all. For what their pages show: `watch`
and `register_query_keys`, so that kept pages are dropped with every change, and told apart by what they read.

What they keep of visitors comes under the same retention and erasure once it is registered as `KeptRows`.
"""

from leads.client_address import address_hash
from leads.intake import HONEYPOT
from leads.page_cache.changes import content_changed, watch
from leads.page_cache.edge import register_page_addresses, register_site_addresses
from leads.page_cache.keys import register_query_keys
from leads.posting import PostError, or_hand_back, read_post, see_other, unavailable, unstored
from leads.privacy.kept import KeptRows, Traces, register_kept_rows
from leads.question_fields import INPUT_CLASS, LineField, LinesField
from leads.reception import is_cross_site
from leads.spam import RATE_WINDOW, Assessment, Finding, browser_findings, link_findings, sum_up
from leads.submission import Signals
from leads.visitor_text import storable, storable_post

__all__ = [
    "HONEYPOT",
    "INPUT_CLASS",
    "RATE_WINDOW",
    "Assessment",
    "Finding",
    "KeptRows",
    "LineField",
    "LinesField",
    "PostError",
    "Signals",
    "Traces",
    "address_hash",
    "browser_findings",
    "content_changed",
    "is_cross_site",
    "link_findings",
    "or_hand_back",
    "read_post",
    "register_kept_rows",
    "register_page_addresses",
    "register_query_keys",
    "register_site_addresses",
    "see_other",
    "storable",
    "storable_post",
    "sum_up",
    "unavailable",
    "unstored",
    "watch",
]
