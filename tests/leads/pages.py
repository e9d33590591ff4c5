"""Reads what a visitor's browser would read from a page, and sends what it would send."""

import html
import re

HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


def hidden_values(response) -> dict[str, str]:
    """The hidden fields of the first form on a page."""
    form = response.content.decode().partition("data-leads-form")[2].partition("</form>")[0]
    return {name: html.unescape(value) for name, value in HIDDEN.findall(form)}


def answers(**values) -> dict[str, str]:
    """What a careful visitor enters into the fixed fields."""
    return {"name": "Ada Example", "email": "ada@example.com", "message": "May I come in March?", **values}
