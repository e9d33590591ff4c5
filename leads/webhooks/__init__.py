"""Tells other systems what happens, by Standard Webhooks (standardwebhooks.com).

`events` says what is told to whom, `signing` proves that we said it, `addresses` keeps us from being sent into the
clinic's own network, `sending` is the one request, `gone` what becomes of an endpoint that is no more.
"""
