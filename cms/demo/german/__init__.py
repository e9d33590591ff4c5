"""The demo in a second language: front page, index, one treatment with its people, the form and the privacy page."""
