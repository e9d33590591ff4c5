"""A message that must not be sent any more, though it is queued."""


class ObsoleteMailError(Exception):
    """Raised by what makes a mail when nothing is to be sent; the message says why and names nobody."""
