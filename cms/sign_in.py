"""Who tries to sign in, for the lock after failed attempts."""

from django.http import HttpRequest

from leads.client_address import client_address


def client_ip(request: HttpRequest) -> str | None:
    """The visitor's address as the enquiries' limits see it; None where the server does not know it.

    The address of the proxy in front would be the same for all, and whoever guesses at a name would lock its owner out.
    """
    address = client_address(request)
    return str(address) if address else None
