"""A page as its reader sees it."""

import re


def without_data(html: str) -> str:
    """The page without the data that it gives to search engines."""
    return re.sub(r'<script type="application/ld\+json".*?</script>', "", html, flags=re.DOTALL)
