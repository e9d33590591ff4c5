"""Answers that staff write to people by e-mail: templates with variables, consents, sending.

`variables` is what a text may hold and how it is filled in, `values` where that comes from, `permission` which template
may go to whom, `sending` stores a reply with its message, `reply_mail` and `appointment_mail` make the mails when they
are sent, `given_up` sees to it that a reply that did not arrive is noticed.
"""
