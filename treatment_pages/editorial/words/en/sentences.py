"""English: how a sentence denies, warns or hedges."""

from treatment_pages.editorial.words import any_of

SENTENCES = {
    "negation": any_of(
        r"\b(?:no|not|never|none|nothing|nobody|cannot|neither|nor|without|hardly|unlikely|few|little|lacks?"
        r"|unclear|unknown"
        r"|whether|doubt|unproven|limited|insufficient|rather than|instead of|stop short of|depends on|far from"
        r"|refuse to|impossible)\b(?! (?:only|just|merely|least|alone)\b)|n't\b"
    ),
    "denial": any_of(
        r"^[^.;!,]{0,15}?\bwould\b(?! (?:recommend|do it|come|choose|have it|return|say|buy))",
        r"^[^.;!]{0,40}?\b(?:(?:is|are|was|were|be)(?: simply)? (?:not|never|impossible|unrealistic|a myth|unlikely)"
        r"|(?:do|does) not exist|(?:doesn't|don't) exist|isn't|aren't|(?:cannot|can't) be (?:guaranteed|promised"
        r"|given|ruled)|(?:is|are) (?:unproven|unknown)"
        r"|by no)\b",
    ),
    "clause": any_of(r"[,;:–—]\s|\s(?:and|but|so|yet|while|because|with)\s|\.\s"),
    "caution": any_of(
        r"\b(?:wary|beware|cautious|suspicious|s[ck]eptical|careful (?:of|with)|watch out|steer clear|red flags?"
        r"|myths?)\b",
        r"\bwalk away\b|\bwarning signs?\b|\b(?:be|been|get) told\b|\bhear that\b|\bclaims? that\b"
        r"|\btoo good to be true\b|\bmisleading\b|\bfall for\b|\bbe careful\b|\bdespite what\b|\bcontrary to\b",
        r"\bavoid (?:any |all )?(?:clinics?|anyone|anybody|providers?|practitioners?|offers?|places|salons?|people)\b",
        r"\b(?:if|when) (?:someone|anyone|somebody|anybody|a clinic|a provider|an advert\w*|a practitioner|they)\b",
        r"\b(?:anyone|anybody|someone|clinics?|providers?|practitioners?|adverts?|advertisements?|offers?|websites?"
        r"|people)"
        r" (?:that|who|which|such as) (?:\w+ )?(?:promis|guarant|claim|offer|tell|say|advertis|“)",
        r"\b(?:don't|do not|never) (?:believe|trust|rely on)\b|\bquestion any\b|\bsome (?:clinics|adverts"
        r"|providers|websites|people|places) (?:say|claim|promise|offer|advertise)",
    ),
    "hedge": any_of(
        r"\b(?:may|might|can|could|often|usually|typically|generally|sometimes|some people|some patients|in some"
        r"|tends? to"
        r"|aims?|aimed|intended|thought to|believed to|likely|possibl[ey]|perhaps|appears? to|seems?|vary|varies"
        r"|depends?"
        r"|not|no|cannot|slightly|modest(?:ly)?|gradual(?:ly)?|for some|hope|potential(?:ly)?|suggests?"
        r"|temporar(?:y|ily)"
        r"|somewhat|up to a point|for a while|in part|partly|limited|should|would|whether|if)\b|n't\b"
    ),
    "rhetorical": any_of(r"\bdid you know\b|\bwho would|\bhave you heard\b|\bisn't it\b|\bwhy wait\b|\bwho doesn't\b"),
    "heading_question": any_of(r"^(?:what|how|why|when|who|where|which|is|are|does|do|can|will|should)\b"),
}
