"""The enquiry that a site sends to itself on a schedule, so that a broken way is noticed before a visitor meets it.

`plan` is the schedule of the settings; `visit` reads the form's page and sends it like a visitor; `tokens` and
`recognition` are how `leads.capture` knows such an enquiry; `mail` is the one message it causes; `rounds` follows it
from step to step, removes it, and says whether a step is missing.
"""
