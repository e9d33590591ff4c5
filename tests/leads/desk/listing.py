"""Reads the inbox as staff see it."""

import re

INBOX = "/admin/leads/lead/"
NAME_LINK = re.compile(r'class="leads-inbox__name" href="/admin/leads/lead/inspect/(\d+)/(?:\?in=[^"]*)?"')
TAB = re.compile(
    r'leads-tabs__tab" href="[^"]*"( aria-current="page")?>\s*(.+?)\s*<span class="leads-tabs__count">(.+?)<'
)
STATUS = re.compile(r'leads-menu__item" href="[^"]*status=(\w+)"[^>]*>.+?<span class="leads-tabs__count">(.+?)<')


def lead_page(lead) -> str:
    return f"{INBOX}inspect/{lead.pk}/"


def step(action: str, lead) -> str:
    return f"{INBOX}{action}/{lead.pk}/"


def rows(response) -> list[int]:
    """The primary keys of the leads listed, in order."""
    assert response.status_code == 200
    return [int(pk) for pk in NAME_LINK.findall(response.content.decode())]


def tabs(response) -> dict[str, str]:
    """The count that each tab shows."""
    return {label: count for current, label, count in TAB.findall(response.content.decode())}


def current_tab(response) -> str:
    return next(label for current, label, count in TAB.findall(response.content.decode()) if current)


def statuses(response) -> dict[str, str]:
    """The count that the menu shows beside each status."""
    return dict(STATUS.findall(response.content.decode()))
