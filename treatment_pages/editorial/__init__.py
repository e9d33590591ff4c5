"""Editorial checks: what a page claims, what it leaves out, and what has to change before it is published.

They are checks, not legal advice.
"""
