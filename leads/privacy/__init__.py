"""What is done with the data of people on their request, or when it was kept for long enough.

`people` finds everything of a person; `export` hands it over, `erasure` removes it, `retention` removes what is old;
`removal` is how both of them remove, and what remains. docs/privacy.md is the guide for whoever runs a site.
"""
