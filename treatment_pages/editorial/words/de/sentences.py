"""German: how a sentence denies, warns or hedges."""

from treatment_pages.editorial.words import any_of

SENTENCES = {
    "negation": any_of(
        r"\b(?:nicht|kein\w*|nie|niemals|niemand|nichts|weder|ohne|kaum|wenig\w*|selten|fehl\w+|unklar|ungewiss|ob"
        r"|statt"
        r"|mangelt|unmöglich)\b(?! (?:nur|bloß|zuletzt)\b)"
    ),
    "denial": any_of(
        r"^[^.;!]{0,50}?\b(?:nicht (?:möglich|seriös|versprochen|garantier\w*|zu erwarten|erwiesen|geben|gibt"
        r"|versprechen"
        r"|belegt|bewiesen|nachgewiesen|sicher|zusagen)|gibt es nicht|(?:kann|können|kann man|lässt sich"
        r"|lassen sich)[^.;]{0,30}\bnicht"
        r"|niemand|unseriös|ein märchen|kein\w*)\b",
        r"^ (?:\w+ ){0,3}nicht\b",
    ),
    "clause": any_of(r"[,;:–—]\s|\s(?:und|aber|sondern|denn|während|weil)\s|\.\s"),
    "caution": any_of(
        r"\b(?:vorsicht\w*|misstrau\w+|skeptisch|hüten sie sich|warnsignal\w*|mythos|mythen|irreführend|zu schön"
        r"|finger weg)\b",
        r"\b(?:wer|praxen|anbieter\w*|kliniken|studios|werbung|anzeigen)\b[^.;]{0,40}\b(?:verspr\w+|garantier\w+"
        r"|behaupt\w+|wirb\w*|werben)\b",
        r"\b(?:wenn|falls) (?:jemand|ihnen|eine praxis|ein anbieter)\b|\bmeiden sie\b|\bentgegen\b|\bfragen sie nach\b",
    ),
    "hedge": any_of(
        r"\b(?:kann|können|könnte\w*|mag|möglich\w*|möglicherweise|manchmal|oft|häufig|meist\w*|in der regel"
        r"|üblicherweise|soll\w*"
        r"|teils|teilweise|bei einigen|bei manchen|manche\w*|einige\w*|etwas|leicht|vielleicht|hängt|abhängig"
        r"|unterschiedlich"
        r"|vorübergehend|nicht|kein\w*|gilt als|scheint|eher|allmählich|nach und nach|ob|wenn|sollte\w*|würde\w*)\b"
    ),
    "rhetorical": any_of(r"\bwussten sie\b"),
    "heading_question": any_of(r"^(?:was|wie|warum|wann|wer|wo|welche|ist|sind|kann|können|soll)\b"),
}
