"""Enquiry forms for the pages of any Wagtail site, and the desk at which staff work the leads that come from them.

The modules in the order of an enquiry's way:

- shown: `rendering` gathers what the templates need; `intake` and `question_fields` are the form, `context` its one
  signed value, `promise` its words about the answer
- received: `views`; `targets` finds the wording that was shown, `reception` makes a `submission` of the request with
  `attribution`, `client_address` and `visitor_text`; `thanks` is the receipt
- captured: `capture`, with `deduplication`, `spam`, `matching` and `filing`
- told: `alerts` queues messages, `dispatch` sends them, `alert_mail` and `links` are their text
- worked: `pipeline` guards the states of a lead, `desk` is where staff meet it

`conf`, `clinics`, `clock`, `loop` and `public_cache` serve all of them.
"""
