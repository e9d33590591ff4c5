"""Calls `load_demo` as somebody at the console does."""

from io import StringIO

from django.core.management import call_command


def load(*args) -> str:
    """What the command printed."""
    output = StringIO()
    call_command("load_demo", *args, stdout=output)
    return output.getvalue()
