"""What a search compares: PostgreSQL keeps it in indexed columns beside those of the model, others make it anew."""

from django.db.models import F, Func, TextField, Value
from django.db.models.functions import Concat, Replace
from django.db.models.lookups import IContains

PUNCTUATION = " -().+/"
"""What people put between the digits of a number."""
APART = Value("\n")
"""No word and no number goes on behind it."""


class SearchedText(TextField):
    """A text whose letters PostgreSQL keeps in upper case."""


@SearchedText.register_lookup
class ContainsWord(IContains):
    """Whether a word stands anywhere in the text, in upper or lower case."""

    def as_postgresql(self, compiler, connection):
        text, text_params = compiler.compile(self.lhs)
        _placeholder, pattern = self.process_rhs(compiler, connection)
        return f"{text} LIKE UPPER(%s)", [*text_params, *pattern]


class Searched(Func):
    """An expression, or PostgreSQL's column for it; without `is_indexed` leads are read in turn."""

    output_field = SearchedText()

    def __init__(self, expression, *, column: str, is_indexed: bool):
        super().__init__(expression, F("pk"))
        self.column, self.is_indexed = column, is_indexed

    def as_sql(self, compiler, connection, **extra_context):
        expression, _row = self.get_source_expressions()
        return compiler.compile(expression)

    def as_postgresql(self, compiler, connection):
        _expression, row = self.get_source_expressions()
        column = ".".join(map(connection.ops.quote_name, (row.alias, self.column)))
        return column if self.is_indexed else f"({column} || '')", []


def words(*, is_indexed: bool) -> Searched:
    """Everything that a word may stand in."""
    return Searched(Concat("name", APART, "email", APART, "subject"), column="search_words", is_indexed=is_indexed)


def digits(*, is_indexed: bool) -> Searched:
    """The number as it was typed, without what people put between the digits, and its international form."""
    bare = F("phone")
    for character in PUNCTUATION:
        bare = Replace(bare, Value(character), Value(""))
    return Searched(Concat(bare, APART, "phone_e164"), column="search_digits", is_indexed=is_indexed)
