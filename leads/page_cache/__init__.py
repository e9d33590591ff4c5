"""Keeps whole public pages ready and drops them when what they show has changed; docs/caching.md says how.

The modules in the order of a request: `middleware` asks for a page by its key (`keys`, `encodings`) in the `store`,
where an `entries.Entry` lies; `flight` lets one request render what is not there, `policy` says what may be kept at all
and `lifetime` until when. In the order of a change: `changes` notices it, `generation` counts it and tells the cache,
`edge` tells the caches in front of the site, `upkeep` does what is left to a job.
"""
