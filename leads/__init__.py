"""Enquiry forms for the pages of any Wagtail site, and the desk at which staff work the leads that come from them.

The modules in the order of an enquiry's way:

- shown: `rendering` gathers what the templates need; `intake` and `question_fields` are the form, `context` its one
  signed value, `promise` its words about the answer
- received: `views`; `targets` finds the wording that was shown, `reception` makes a `submission` of the request with
  `attribution`, `client_address` and `visitor_text`; `thanks` is the receipt
- captured: `capture`, with `sealing` (and `key_rotation`), `deduplication`, `spam`, `matching` and `filing`
- told: `alerts` and `acknowledgements` put messages into the `outbox`, `dispatch` sends them with the text that `mails`
  names (`alert_mail`, `acknowledgement_mail`, `links`); `undelivered` says so when one was given up;
  `webhooks` tell other systems, `tasks` sends at once where the host has a queue
- corrected: `quarantine` releases what was held back, `refiling` moves an enquiry to the lead it belongs to
- agreed: `consents` withdraws what visitors agreed to, `double_opt_in` and `opt_in_mail` ask them to confirm it,
  `consent_views` are the pages behind the links
- forgotten: `privacy` exports, erases and expires the data of people
- worked: `pipeline` guards the states of a lead, `desk` is where staff meet it

`page_cache` keeps public pages ready. `conf`, `clinics`, `clock` and `loop` serve all of them; `health` answers who
watches them, and `wsgi` stands before all of it.
"""
