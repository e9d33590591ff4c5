"""German: percentages, counts and other figures."""

from treatment_pages.editorial.words import any_of
from treatment_pages.editorial.words.de.vocabulary import PEOPLE

N = r"(?:\d[\d.,]*|ein|eine|einer|einem|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|zwanzig|hundert)"

WORK = r"(?:behandlungen|eingriffen?|anwendungen|sitzungen|injektionen|operationen|unterspritzungen)\b"

SUBSTANCE = (
    r"(?:\w*säure\w*|\w*lösung\w*|tca|lidocain\w*|retinol|wasserstoffperoxid|salicyl\w*|glykol\w*|milchsäure"
    r"|lösung(?:en)?|\w*peelings?"
    r"|\w*creme|gel|serum|alkohol|harnstoff|kochsalz\w*)\b"
)

FIGURES = {
    "percent": any_of(
        r"(?<![\w.,])\d+(?:[.,]\d+)?(?:\s?%?\s?(?:-|–|bis|und|oder)\s?\d+(?:[.,]\d+)?)?\s?(?:%|prozent\b"
        r"|prozentpunkte?\b)",
        r"\b(?:zehn|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|hundert) ?prozent\b",
    ),
    "percent_before": any_of(
        rf"\b{SUBSTANCE}(?:[\s(),:–-]|in|mit|von|bis|zu|und|oder|zwischen|einer|konzentration|stärke|\d[\d,]*|%"
        r"|prozent)*$",
        r"\b(?:konzentration|stärke|anteil|anzahlung|rabatt|mehrwertsteuer|mwst\.?|zinsen|leistung|energie|intensität"
        r"|überlappung|sparen sie|besteht zu|bestehen zu|enthält|enthalten|bedeckt|erfasst)\s(?:\w+ ){0,3}$",
    ),
    "percent_after": any_of(
        rf"^(?:ig\w*|-?ige\w*)?\s?-?(?:\w+ ){{0,2}}?{SUBSTANCE}",
        r"^\s(?:rabatt|nachlass|anzahlung|mehrwertsteuer|mwst|zinsen|der kosten|des preises|stornogebühr|ausfall\w*"
        r"|leistung"
        r"|der (?:leistung|energie|maximal\w*|haut|hautoberfläche|fläche|uv-?\w*)|wasser|konzentration|uv"
        r"|luftfeuchtigkeit)\b",
    ),
    "whole_after": any_of(
        rf"^\s(?:der |aller |unserer )*{PEOPLE}|^\s?(?:ige\w* )?(?:erfolg\w*|zufrieden\w*|wirksam\w*)"
    ),
    "statistic": any_of(
        rf"\b{N} von {N} {PEOPLE}|\b{N} (?:von|aus) (?:\d{{2,}}|zehn|hundert|tausend)\b(?! (?:minuten|tagen|wochen"
        r"|sitzungen))",
        r"\bjede[rs]? (?:zweite|dritte|vierte|fünfte|zehnte|hundertste)\w*\b(?! (?:tag|woche|monat|jahr|sitzung"
        r"|termin))",
        r"\b(?:\d+(?:,\d+)?|zwei|drei|vier|fünf|zehn)[ -]?(?:mal|fach) (?:so |mehr|besser|schneller|wirksamer"
        r"|höher|stärker|straffer|länger)",
        r"\b(?:doppelt|dreimal|zweimal) so (?!oft|lange warten)\w+|\bverdoppel\w+|\bverdreifach\w+"
        r"|\bp\s?[<=≤]\s?0?[.,]\d+",
        rf"\b(?:die hälfte|ein drittel|zwei drittel|drei viertel|ein viertel) (?:der|aller|unserer) (?:\w+ )?{PEOPLE}",
        r"\b(?:verlier\w+|verlor\w*|reduzier\w+|schrumpf\w+|abnehmen|nahm\w*"
        r"|verringer\w+)\b[^.;]{0,40}\b\d[\d,]* ?(?:cm|mm|zentimeter|kilo\w*|kg|konfektionsgröße\w*)\b",
        rf"\b{N} jahre jünger\b|\b[1-5],\d (?:sterne|von 5)\b",
    ),
    "count": any_of(
        rf"\b(?:\d+(?:,\d+)?|eine?|zwei|drei) (?:million(?:en)?|tausend)\b[\w -]{{0,30}}?(?:{PEOPLE}|{WORK})",
        rf"\b\d{{1,3}}(?:\.\d{{3}})+\b[\w -]{{0,30}}?(?:{PEOPLE}|{WORK})|\b(?:millionen"
        rf"|hunderttausende) (?:von )?(?:{PEOPLE}|{WORK})",
    ),
    "own_count": any_of(r"\b(?:wir|unser\w*|ich|mein\w*|sie hat|er hat|dr)\b"),
    "not_statistic": any_of(
        rf"\b{N} von {N} (?:wochen|monaten|tagen|sitzungen|terminen|stunden|räumen)\b"
        r"|\bnadel\w*\b[^.]{0,30}\bmm\b|\bskala\b"
    ),
    "counted_people": any_of(rf"(?:%|prozent) (?:der|aller|unserer) (?:\w+ )?{PEOPLE}"),
}
