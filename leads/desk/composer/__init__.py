"""What staff do from the page of a lead: note, call, follow-up, consultation, status, owner, and taking a change back.

`dates` are the moments that are offered, `forms` what is typed, `tabs` which of them a lead allows, `changes` what
others did since the page was opened, `news` tells an open page of it, `undoing` what would be taken back, `views` take
the steps.
"""
