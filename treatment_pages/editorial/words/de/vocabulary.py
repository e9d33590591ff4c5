"""German words that stand in several patterns."""

PEOPLE = (
    r"(?:patient\w*|kund\w+|menschen|personen?|leute|teilnehm\w+|frauen?|männern?|anwender\w*|proband\w+|behandelten"
    r"|befragten|erwachsenen?|betroffenen?|nutzer\w*|fällen|deutschen)\b"
)
