"""The texts with which the demo clinic's staff begin their replies."""

from leads.models import ReplyTemplate

FIRST_ANSWER = """Dear {{ first_name }},

thank you for writing to us about {{ subject }}.

Before we recommend anything, we would like to see your skin and hear what bothers you. A consultation takes half an \
hour, costs nothing and binds you to nothing. You also get to ask about risks, downtime and price, and to go home and \
think about it.

Which day would suit you? We are open:

{{ opening_hours }}

Reply to this mail, or call us on {{ clinic_phone }}.

Kind regards
{{ staff_name }}"""

NOT_REACHED = """Dear {{ first_name }},

we tried to call you about {{ subject }} and could not reach you. We did not leave a message, because we do not know \
who listens to it.

When is a good time to call? You can also reach us on {{ clinic_phone }}:

{{ opening_hours }}

If you would rather write, just reply to this mail. If the matter is settled for you, you need not do anything.

Kind regards
{{ staff_name }}"""

CONFIRMATION = """Dear {{ first_name }},

your consultation with us is booked:

{{ consultation }}

You find us here:
{{ clinic_name }}
{{ clinic_address }}

Please come without make-up on the area you want to talk about, and bring a list of the medicines you take. If \
something comes up, call {{ clinic_phone }}; we find another time without any charge.

Your reference is {{ reference }}.

We look forward to seeing you.

Kind regards
{{ staff_name }}"""

NEWS = """Dear {{ first_name }},

you asked us to write when there is something new at {{ clinic_name }}.

On Thursdays we are open until eight in the evening now, so that you need not take time off work for a consultation. \
And our article on what can change about acne scars, and what cannot, has been reviewed and brought up to date.

Nothing to buy, nothing to hurry for.

Kind regards
{{ staff_name }}"""

TEMPLATES = (
    {
        "title": "First answer, offering a consultation",
        "subject": "Your enquiry about {{ subject }}",
        "text": FIRST_ANSWER,
    },
    {"title": "We could not reach you", "subject": "When may we call you?", "text": NOT_REACHED},
    {"title": "Consultation booked", "subject": "Your consultation at {{ clinic_name }}", "text": CONFIRMATION},
    {
        "title": "News from the clinic",
        "subject": "Longer hours on Thursdays",
        "text": NEWS,
        "purpose": "marketing-email",
    },
)


def load_replies() -> None:
    """Store the templates."""
    ReplyTemplate.objects.bulk_create(ReplyTemplate(**fields) for fields in TEMPLATES)
