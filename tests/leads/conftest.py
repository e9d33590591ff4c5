"""Fixtures of the visitor's side of the leads app."""

import pytest

from tests.leads.pages import hidden_values


@pytest.fixture
def hidden(client, clinic, treatment_page):
    """The hidden fields of the treatment page's form."""
    return hidden_values(client.get(treatment_page.url))
