"""How much an import takes, and how it refuses more."""

MAX_FILE_BYTES = 10 * 1024 * 1024
"""A text of a million words is smaller; a .docx with its pictures may come near."""

MAX_WXR_BYTES = 30 * 1024 * 1024
"""A WordPress export holds a whole blog."""

MAX_UNPACKED_BYTES = 100 * 1024 * 1024
"""What the parts of a .docx may be together once unpacked."""

MAX_PACKING_RATIO = 200
"""XML packs at about 10 to 30 to 1; bombs at 1,000 to 1."""

MAX_DOCX_PARTS = 2_000
MAX_ARTICLES = 500
"""Articles of one WordPress export."""

MAX_CHARACTERS = 400_000
"""Of one article: about 60,000 words, a book."""

MAX_ELEMENTS = 20_000
"""Paragraphs, headings and list items of one article."""

MAX_TAGS = 100_000
"""Tags of one page; a long saved page has a few thousand."""

MAX_MARKDOWN_PARAGRAPH = 5_000
"""Characters of a paragraph above which Markdown is read as plain text: its marks cost the square of that."""

MAX_NESTING = 150
"""Elements inside elements that are told apart; text below is read as it stands."""

MAX_DEPTH = 512
"""Elements inside elements altogether; browsers stop there too."""

MAX_FILES = 50
"""Files that are uploaded at once."""


class ImportRefusedError(Exception):
    """A file that cannot be imported; the message tells its owner why, and what to do."""
