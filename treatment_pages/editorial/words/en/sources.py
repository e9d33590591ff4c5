"""English: where a statement comes from."""

from treatment_pages.editorial.words import any_of

STUDY = r"(?:studies|study|research|trials?|surveys?|evidence|data|science|literature|statistics|polls?|findings)"

REPORT = (
    r"(?:shows?|showed|shown|suggests?|suggested|indicates?|indicated|finds?|found|reveal(?:s|ed)?|confirm(?:s|ed)?"
    r"|demonstrat(?:es?|ed)|prov(?:es?|ed|en)|reports?|reported|note[sd]?|supports?|supported|concluded?|documented"
    r"|establish(?:es|ed)|says?|points? to|backs?|backed|agrees?|observed|measured|tells? us|recommends?|link(?:s|ed)"
    r"|validated?)"
)

EXPERTS = (
    r"(?:experts?|specialists|dermatologists|doctors|physicians|surgeons|scientists|researchers|clinicians"
    r"|professionals|estheticians|aestheticians|beauticians|practitioners|professors)"
)

OPINION = (
    r"(?:recommend|agree|say|suggest|believe|advise(?! against)|consider|confirm|prefer|love|swear by|trust|rave|claim"
    r"|state|report|think|favou?r|endorse|call it|regard|point out|have (?:found|shown|proven|confirmed|agreed|long))"
)

KIND = (
    r"(?:clinical|recent|new|numerous|many|several|countless|scientific|independent|multiple|various|published"
    r"|medical|latest|other|further|different|some|small|large|one|a|an|the|more|most|leading|top|current)"
)

SOURCES = {
    "vague_source": any_of(
        rf"\b(?:{KIND} ){{0,4}}{STUDY}\b(?:,? (?!that\b|whether\b)[\w'-]+){{0,6}}? {REPORT}\b",
        rf"\baccording to (?:{KIND} ){{0,4}}(?:\w+ )?(?:{STUDY}|{EXPERTS}|reports?)\b",
        rf"\bin (?:{KIND} |randomi[sz]ed |controlled |double-blind |split-face |placebo-controlled |pilot |\d{{4}} )+"
        r"(?:study|studies|trials?|surveys?)\b",
        rf"\b(?:(?:{KIND}|skin|skincare|skin care|medical|aesthetic|beauty|industry|health|cosmetic"
        rf"|board-certified) ){{0,4}}{EXPERTS}(?: (?:also|all|often|now|generally|usually|widely|strongly|everywhere"
        rf"|worldwide|around the world|in the field|(?:at|from|in|across) (?:\w+ ){{0,3}}\w+)){{0,2}} {OPINION}\b",
        r"\b(?:recommended|endorsed|reported|approved|trusted|believed|backed|praised|acknowledged|supported|loved"
        r"|used) by"
        rf" (?:{KIND} |skin |medical |health )*{EXPERTS}\b",
        r"\b(?:doctor|dermatologist|expert|physician)-(?:recommended|approved|endorsed|backed)\b",
        r"\b(?:science|research|clinically|scientifically)-backed\b|\b(?:backed|supported|confirmed"
        r"|proven) by (?:\w+ )?"
        r"(?:science|research|studies|evidence|data|clinical \w+)\b",
        r"\b(?:strong|growing|clear|mounting|ample|solid|plenty of|extensive|compelling) (?:\w+ )?evidence (?:that"
        r"|for)\b",
        r"\bit (?:is|has been|'s been) (?:well |widely |scientifically |long )(?:known|documented|established"
        r"|accepted|shown)\b",
    ),
    "known_people": any_of(r"\b(?:our|your|my|his|her|these|those|their)(?: [\w-]+){0,3} ?$"),
    "same_source": any_of(
        r"^(?:the same|the|this|these|both|its|that) (?:\w+ )?(?:stud(?:y|ies)|trials?|reviews?|authors?"
        r"|researchers|survey)\b"
    ),
    "vague_denied": any_of(
        r"\b(?:no|not|never|none|few|little|hardly|lack|limited|insufficient|whether|if|unclear|yet|how|nor|without|ask"
        r"|asks?|once|until|unless|contradictory|mixed|poor|weak|more|what|how (?:many|much))\b|n't\b"
    ),
    "weak_evidence": any_of(
        r"\b(?:but|though|although|however|yet)\b[^.]*\b(?:small|weak|limited|poor|low|short|few|no control|mixed"
        r"|not|old)\b",
        r"\b(?:small|weak|limited|poor|low-quality|early) (?:studies|study|trials?|evidence)\b",
    ),
    "named_source": any_of(
        r"\b(?:journal|university|association|society|academy|college|institute|foundation|organi[sz]ation|cochrane"
        r"|nice|nhs|lancet|jama|et al|agency|ministry|department of|administration|health service|colleagues)\b"
    ),
    "attributed": any_of(
        r"\b(?:according to|reported by|published by|figures from|data from|a survey by|a study by)\b"
    ),
}
