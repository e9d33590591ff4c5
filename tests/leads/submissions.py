"""Makes submissions as the reception hands them to capture."""

from leads.models import ClinicSettings
from leads.submission import Submission


def make_submission(**fields) -> Submission:
    """A valid enquiry with a browser's script behind it."""
    return Submission(
        **{
            "name": "Ada Example",
            "email": "ada@example.com",
            "client_key": "one-attempt",
            "clinic": ClinicSettings(),
            **fields,
        }
    )
