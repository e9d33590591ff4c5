"""What the rules look for in English."""

from treatment_pages.editorial.words import Words, any_of

NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "sixty": 60,
    "ninety": 90,
}

N = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty|a hundred)"
TENS = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?)"
)
PEOPLE = (
    r"(?:patients?|clients?|people|persons?|participants?|individuals?|wom[ae]n|m[ae]n|users?|customers?|adults?|guests"
    r"|respondents?|volunteers?|subjects|cases|americans?|britons?|australians?|canadians?|visitors|members|us)\b"
)
WORK = r"(?:procedures?|treatments?|injections?|sessions?|surgeries|operations|syringes|appointments|peels)\b"
SUBSTANCE = (
    r"(?:[a-z]+ic acids?|glycolic|salicylic|lactic|mandelic|tca|trichloroacetic|acids?|lidocaine|lignocaine|prilocaine"
    r"|hydroquinone|retinol|tretinoin|saline|niacinamide|vitamin c|benzoyl|peroxide|alcohol|zinc|urea|phenol|jessner's"
    r"|peels?|gels?|creams?|serums?|solutions?|sunscreens?|tetracaine|polidocanol|glycerin|glycerine|emla|aha|bha)\b"
)
LINK = (
    r"(?:[\s(),:–-]|should be|is|are|at|of|in|from|between|up|to|or|and|with|about|around|a|the|an|as|only|usually"
    r"|tca"
)
LINK += r"|strengths?|concentrations?|solution|ranging|\d[\d.]*|%|per ?cent)*"
CONDITION = (
    r"(?:pregnan\w+|breast-?feed\w*|nursing|infect\w*|isotretinoin|accutane|allerg\w*|keloids?|pacemakers?"
    r"|epilep\w*|cancer"
    r"|diabet\w*|blood[- ]thin\w*|auto-?immune|herpes|cold sores?|open wounds?|implants?|neuromuscular|myasthenia"
    r"|active acne|eczema|psoriasis|rosacea|under (?:16|18|21)|skin disease|photosensiti\w+|dermatitis)\b"
)
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
KIND = r"(?:clinical|recent|new|numerous|many|several|countless|scientific|independent|multiple|various|published"
KIND += r"|medical|latest|other|further|different|some|small|large|one|a|an|the|more|most|leading|top|current)"
RESULTS = r"(?:results?|outcomes?|success|satisfaction|improvement|change|effects?)"
OTHERS = (
    r"(?:electrolysis|tweezing|dermabrasion|hifu|ultrasound|retinol|any|other|others|traditional|conventional"
    r"|surgery|surgical|lasers?|peels?|chemical|creams?|serums?|fillers?"
    r"|microneedling|botox|facelifts?|liposuction|exercise|dieting|waxing|shaving|competing|older|alternative|standard"
    r"|skincare|topical|ablative|ordinary|regular|most|all|every|existing|at-home|the competition|what|those|that of)\b"
)

WORDS = Words(
    negation=any_of(
        r"\b(?:no|not|never|none|nothing|nobody|cannot|neither|nor|without|hardly|unlikely|few|little|lacks?"
        r"|unclear|unknown"
        r"|whether|doubt|unproven|limited|insufficient|rather than|instead of|stop short of|depends on|far from"
        r"|refuse to|impossible)\b(?! (?:only|just|merely|least|alone)\b)|n't\b"
    ),
    denial=any_of(
        r"^[^.;!,]{0,15}?\bwould\b(?! (?:recommend|do it|come|choose|have it|return|say|buy))",
        r"^[^.;!]{0,40}?\b(?:(?:is|are|was|were|be)(?: simply)? (?:not|never|impossible|unrealistic|a myth|unlikely)"
        r"|(?:do|does) not exist|(?:doesn't|don't) exist|isn't|aren't|(?:cannot|can't) be (?:guaranteed|promised"
        r"|given|ruled)|(?:is|are) (?:unproven|unknown)"
        r"|by no)\b",
    ),
    clause=any_of(r"[,;:–—]\s|\s(?:and|but|so|yet|while|because|with)\s|\.\s"),
    caution=any_of(
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
    hedge=any_of(
        r"\b(?:may|might|can|could|often|usually|typically|generally|sometimes|some people|some patients|in some"
        r"|tends? to"
        r"|aims?|aimed|intended|thought to|believed to|likely|possibl[ey]|perhaps|appears? to|seems?|vary|varies"
        r"|depends?"
        r"|not|no|cannot|slightly|modest(?:ly)?|gradual(?:ly)?|for some|hope|potential(?:ly)?|suggests?"
        r"|temporar(?:y|ily)"
        r"|somewhat|up to a point|for a while|in part|partly|limited|should|would|whether|if)\b|n't\b"
    ),
    percent=any_of(
        r"(?<![\w.,])\d+(?:[.,]\d+)?(?:\s?(?:%|per ?cent)?\s?(?:-|–|to|and|or)\s?\d+(?:[.,]\d+)?)?\s?(?:%"
        r"|per ?cent\b|percentage points?\b)",
        rf"\b{TENS}\s(?:per ?cent)\b|\b(?:one |a )?hundred per ?cent\b",
    ),
    percent_before=any_of(
        r"\b(?:fees?|prices?|pricing|invoices?|bills?)\b[^.;]{0,40}$",
        rf"\b{SUBSTANCE}{LINK}$",
        rf"\b(?:concentrations?|strengths?|dilut\w+|ph){LINK}$",
        r"\b(?:save|saving|savings of|deposit of|discount of|vat (?:at|of)|fee of|apr of|interest (?:at|of)"
        r"|charge of|tax of|finance at|deposit is|refund of|refund|costs?|charge)\s(?:up to |an extra |a )?$",
        r"\b(?:power|density|coverage|intensity|energy|humidity|overlap|covers?|covering|treats?|treating|set to|output"
        r"|overlapping|oxygen|suction)\s(?:of |at |to |by |about |around |roughly |only |just |up to |between )*$",
        r"\b(?:makes? up|made up of|consists? of|contains?|containing|composed of|made of|made from)"
        r"\s(?:\w+ ){0,2}$",
    ),
    percent_after=any_of(
        rf"^\s?-?(?:strength|concentrations?|solutions?)\b|^\s(?:\w+[ -]){{0,2}}?{SUBSTANCE}",
        r"^\s(?:off\b|up ?front\b|in advance\b|on the day\b|discount|deposit|vat\b|tax\b|apr\b|interest|finance"
        r"|cancellation|fee\b|surcharge|refund|voucher"
        r"|saving|reduction (?:in|on|of) (?:the )?(?:price|cost)|of (?:the|your|its) (?:price|cost|fee|total"
        r"|balance|bill))",
        r"^\s(?:of (?:its|the|their|your|that|each|any|maximum|max|full)? ?(?:\w+ )?(?:power|energy|output|intensity"
        r"|capacity|speed|treated area|skin surface|surface)|power|energy|intensity|coverage|density|humidity|overlap"
        r"|oxygen|cotton|natural|vegan|organic|pure|mineral|silicone|plant|cruelty|water|confidence interval)\b",
        r"^\sof (?:uv|the sun's|ultraviolet|the rays|the skin at|the skin and|the skin in|the skin,|your bill"
        r"|the body)",
        r"^\sof the (?:skin|face|area)\b(?! (?:tone|texture|that improved))",
    ),
    whole_after=any_of(
        rf"^\s(?:of (?:our |all |the |those |treated )*{PEOPLE}|success|satisfaction|effective|response|improvement"
        r"|reduction|clearance|recommend|would|natural results)"
    ),
    rhetorical=any_of(r"\bdid you know\b|\bwho would|\bhave you heard\b|\bisn't it\b|\bwhy wait\b|\bwho doesn't\b"),
    statistic=any_of(
        rf"\b{N} (?:out of|in) (?:every )?{N}\b(?: \w+){{0,2}}? {PEOPLE}",
        rf"\b{N} out of (?:every )?{N}\b",
        r"\b(?:\d+|one) in (?:every )?(?:\d[\d,]+|ten|twenty|a hundred|a thousand)\b",
        rf"\b{N} of (?:every |the )?{N} {PEOPLE}",
        rf"\b{N}(?:[ -]?times|x|-?fold)\s(?:more|less|better|faster|higher|greater|stronger|longer|fewer|as|quicker"
        r"|deeper"
        r"|safer|smoother|thicker|the (?:results?|effects?|strength|power|collagen)|increase|improvement|reduction)\b",
        r"\b(?:two|three|four|five|ten)fold\b|\btwice as (?!often|many (?:sessions|times|visits)|a )\w+",
        r"\b(?:double|triple|quadruple)[sd]? (?:the |your )?(?:results?|effects?|collagen|volume|success|chance)",
        r"\bhalf the (?:sessions|time|treatments|downtime|pain|visits|number|recovery)\b",
        r"\bp\s?[<=≤]\s?0?[.,]\d+",
        r"\b(?:two|three|four|one|a|half|almost half|nearly half)[ -]?(?:thirds?|quarters?|fifths?|half|halves)?"
        rf" of (?:all |our |the |those |treated )*(?<! one of )(?<!two of )(?<!three of ){PEOPLE}(?<=\w)",
        r"\b(?:los(?:e|es|ing|t)|shed(?:s|ding)?|drop(?:s|ped)?|slim(?:s|med)?|reduc\w+|shr[aiu]nk\w*|decreas\w+|fell"
        rf"|gain\w*|grew|lift(?:s|ed)?)\b[^.;]{{0,45}}?\b{N}(?: (?:to|or) {N})?[ -]?(?:cm|mm|centimet\w+|millimet\w+"
        r"|inch(?:es)?|kg|kilos?|lbs?|pounds?|stone|dress sizes?|sizes)\b",
        rf"\b{N}(?: (?:to|or) {N})? years (?:younger|off)\b",
        r"\b(?:reduc\w+|improv\w+|cuts?|increas\w*|fell|drop\w*|decreas\w*)\b[^.;]{0,40}\b(?:by|in) (?:(?:a|one|two"
        r"|three) (?:thirds?|quarters?)|half)\b",
        r"\b(?:doubles?|triples?|doubling) (?:\w+ ){0,2}(?:collagen|elastin|hydration|volume|firmness|elasticity)\b",
        rf"\b\d/10 (?:\w+ )?{PEOPLE}",
        r"\b[1-5]\.\d[ -](?:stars?|out of)\b|\b[1-5]\.\d ?/ ?5\b",
    ),
    count=any_of(
        r"\b(?:\d+(?:[.,]\d+)?|one|two|three|half a|a) (?:million|billion"
        rf"|thousand)\b(?:[\w' -]{{0,40}}?)\b(?:{PEOPLE}|{WORK})",
        rf"\b\d{{1,3}}(?:[,.]\d{{3}})+\b(?:[\w' -]{{0,30}}?)\b(?:{PEOPLE}|{WORK})",
        rf"\b(?:millions|hundreds of thousands|tens of thousands) of (?:[\w' -]{{0,20}}?)(?:{PEOPLE}|{WORK})",
    ),
    own_count=any_of(r"\b(?:we|our|i|my|he|she|his|her|dr|this clinic|the clinic|the team)\b"),
    not_statistic=any_of(
        rf"\b{N} (?:out of|in|of) (?:every )?{N} (?:\w+ )?(?:weeks?|months?|days?|hours?|minutes?|sessions?|visits?"
        r"|consultations?|appointments?|bookings?|calls?|layers"
        r"|areas|passes|years)\b",
        r"\btwice as (?:long|often) (?:between|apart|before)|\bneedles?\b[^.]{0,30}\b(?:mm|millimet)|\bon a scale\b"
        r"|\bout of ten for pain",
        r"\b(?:one|two|three) of (?:us|our (?:doctors|nurses))\b|\bone of (?:the|our|those) \w+ (?:people|patients"
        r"|clients)\b",
        r"\b(?:healthy|recent|change in|changes in) weight\b|\bweight (?:changes?|loss of)\b",
    ),
    vague_source=any_of(
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
    heading_question=any_of(r"^(?:what|how|why|when|who|where|which|is|are|does|do|can|will|should)\b"),
    known_people=any_of(r"\b(?:our|your|my|his|her|these|those|their)(?: [\w-]+){0,3} ?$"),
    same_source=any_of(
        r"^(?:the same|the|this|these|both|its|that) (?:\w+ )?(?:stud(?:y|ies)|trials?|reviews?|authors?"
        r"|researchers|survey)\b"
    ),
    vague_denied=any_of(
        r"\b(?:no|not|never|none|few|little|hardly|lack|limited|insufficient|whether|if|unclear|yet|how|nor|without|ask"
        r"|asks?|once|until|unless|contradictory|mixed|poor|weak|more|what|how (?:many|much))\b|n't\b"
    ),
    weak_evidence=any_of(
        r"\b(?:but|though|although|however|yet)\b[^.]*\b(?:small|weak|limited|poor|low|short|few|no control|mixed"
        r"|not|old)\b",
        r"\b(?:small|weak|limited|poor|low-quality|early) (?:studies|study|trials?|evidence)\b",
    ),
    named_source=any_of(
        r"\b(?:journal|university|association|society|academy|college|institute|foundation|organi[sz]ation|cochrane"
        r"|nice|nhs|lancet|jama|et al|agency|ministry|department of|administration|health service|colleagues)\b"
    ),
    counted_people=any_of(
        rf"(?:%|per ?cent) of (?:all |our |the |those |treated |study )*(?:\w+ )?{PEOPLE}",
    ),
    attributed=any_of(r"\b(?:according to|reported by|published by|figures from|data from|a survey by|a study by)\b"),
    guarantee=any_of(
        r"\bguarante(?:e|ed|es|eing)\b",
        rf"\bpromis(?:e|es|ed) (?:you )?(?:that |a |an |the |to |you'll |you will )*(?:\w+ ){{0,2}}?(?:{RESULTS}"
        r"|smooth\w*"
        r"|perfect|flawless|younger|never|will)\b",
        rf"\b(?:permanent|lifelong|lifetime|eternal),? (?:[\w-]+,? ){{0,2}}?(?:{RESULTS}|solutions?|fix|cure"
        r"|removal|hair removal|freedom"
        r"|elimination|correction)\b",
        r"\bresults? (?:is|are|will be|last|that are|that last)(?: (?!not|never|rarely"
        r"|seldom)\w+)? (?:permanent(?:ly)?|forever|for life|a lifetime)\b",
        r"\byou(?:'ll| will)? never (?:have|need|see|worry|get|shave|suffer)\b[^.;]{0,30}\bagain\b",
        r"\b(?:can't|cannot|nothing can) go wrong\b|\bnever (?:fades?|wears? off|returns?)\b"
        r"|\b(?:won't|will not|will never) (?:come|grow|be) back\b|\bwill never return\b|\bwithout fail\b",
        r"\b(?:permanent|lifelong|lifetime) (?:and|,) (?:\w+ )?results\b|\blast(?:s|ing)? (?:forever|a lifetime"
        r"|for life)\b",
        r"\bpermanently (?:remov|eras|eliminat|get rid|fix|smooth|solv|cur|banish|eradicat|clear|correct|reduc"
        r"|tighten|lift"
        r"|firm|destroy|resolv|end|heal|restor)\w*",
        r"\b(?:remov|eras|eliminat|disappear|vanish|banish|destroy|gone|leave|stay away|get rid)\w*\b[^.;,]{0,50}?"
        r"\b(?:for good|forever|permanently|once and for all)\b",
        r"\b(?:away|off|gone|disappear\w*) (?:for good|forever|permanently)\b|\bonce and for all\b"
        r"|\bsay goodbye to\b[^.]{0,40}\b(?:forever|for good)\b|\bnever (?:come|comes|grow|grows) back\b",
        r"\b(?:100|one hundred|a hundred) ?(?:%|per ?cent) (?:safe|effective|successful|success|satisf\w+|risk-free"
        r"|painless"
        r"|natural-looking|reliable|proven|results?|natural results)\b",
        r"\b(?:completely|totally|entirely|absolutely|perfectly|utterly|fully|always) (?:safe|risk-free|harmless"
        r"|effective"
        r"|without risks?)\b",
        r"\brisk-free\b|\bside[- ]effect[- ]free\b|\b(?:fool|fail)-?proof\b|\bsure-?fire\b|\bcan't fail\b"
        r"|\bcannot fail\b",
        r"\b(?:no|zero|without|without any|free (?:of|from)) (?:any |known |real |serious |at all )?(?:risks?"
        r"|side[- ]effects?"
        r"|complications?|danger(?! in)|adverse (?:effects|reactions))\b",
        r"\bnever (?:fails?|leaves? (?:a |any )?(?:scars?|marks?)|scars?|disappoints?|causes? (?:any )?(?:scars?"
        r"|pain|harm|side|problems))\b"
        r"|\balways (?:works?|succeeds?|delivers?|effective|successful)\b",
        r"\b(?:works?|delivers?|succeeds?|results?)\b[^.;,]{0,30}\b(?:every time|every single time"
        r"|without exception|for (?:everyone|everybody))\b",
        r"\b(?:everyone|everybody|every (?:single )?(?:patient|client|person)|all (?:of )?(?:our )?(?:patients"
        r"|clients))"
        r" (?:will )?(?:sees?|gets?|achieves?|notices?|enjoys?|experiences?"
        rf"|leaves? with)\b[^.;,]{{0,30}}\b(?:{RESULTS}"
        r"|smooth\w*|younger|glow\w*|firm\w*|radian\w+|difference|benefits?)\b",
        r"\bcures? (?:acne|rosacea|eczema|melasma|psoriasis|hair loss|baldness|cellulite|scars?|ag(?:e)?ing"
        r"|hyperpigmentation"
        r"|your|the)\b|\bmoney[- ]back\b|\bassured results\b|\bresults are assured\b",
    ),
    not_guarantee=any_of(
        r"\bguarantee\w* (?:of origin|a reply|an answer|your privacy|privacy|confidential\w*|your (?:appointment"
        r"|place|slot)"
        r"|that you will (?:never|not) be|that (?:an?|your|every|the) (?:\w+ ){0,3}(?:nurse|doctor|practitioner"
        r"|consultation|visit|clinician|appointment|session)|a place|an appointment|the price|a callback|sterility"
        r"|sterile)\b",
        r"\bmanufacturer'?s? guarantee\b|\bprices? (?:is|are) guaranteed\b|\bpermanent (?:scar|damage|mark|change"
        r"|loss|make)"
        r"|\bguaranteed? (?:for|until) \w+ (?:days|months)",
        r"\b(?:if|when|unless|until) (?:\w+ ){1,3}no (?:side|complications?|risks?)|\bno (?:risk"
        r"|danger) of (?:infection from|pregnancy)"
        r"|\bno (?:treatment|procedure|injection|surgery|medicine|intervention|peel|laser|filler)\b[^.]{0,30}"
        r"\b(?:without|free of|free from|risk-free|completely|100)",
        r"\brisks? and side|\b(?:take|takes|taking) no risks?\b|\bwithout (?:risk|complications?) (?:is|does)\b"
        r"|\bno (?:such|single)\b",
        r"\b(?:nothing|none|not?) (?:\w+ ){0,4}(?:without|free of|free from|risk-free)|\bno complications? (?:occur"
        r"|so far|were)",
    ),
    establishment=any_of(
        r"\b(?:clinically|scientifically|medically|dermatologically) (?:proven|tested|shown|demonstrated|validated"
        r"|established|verified|confirmed)\b",
        r"\bprov(?:en|es|ed) (?:to |(?:particularly |highly |very |extremely |especially |most )?(?:effective"
        r"|successful|safe"
        r"|results?|method|treatment|technology|technique|solution|way|formula|efficacy|safety|that|it|itself|its))",
        r"\b(?:is|are|been|it's|a|and|with|well|,) proven\b(?! (?:track|experience|expert|skill|qualif))",
        r"\b(?:has|have) been (?:clinically |scientifically |repeatedly |consistently |widely )?(?:shown|proven"
        r"|demonstrated|found) to\b",
        r"\bgold[- ]standard\b|\bstatistically significant\b|\b(?:fda|mhra|ce)[- ]?proven\b",
        r"\b(?:research|science|stud(?:y|ies)|trials?|data|evidence) (?:has |have |clearly |now )*prov(?:es?|en|ed)\b",
    ),
    comparative=any_of(
        r"\b(?:more|less|as|far more|much more) (?:effective|successful|powerful|reliable|efficient|precise|painful"
        r"|risky|natural-looking) (?:than|as)\b",
        r"\b(?:better|faster|quicker|longer-lasting|superior|greater|more (?:dramatic|natural|visible|lasting"
        rf"|noticeable)|stronger) (?:\w+ )?(?:{RESULTS}) (?:than|compared)\b",
        r"\b(?:works?|performs?|lasts?|heals?|acts?) (?:\w+ )?(?:better|faster|longer|quicker|harder) than (?!the"
        r"|your|you|we|a few|a year|\w+ (?:days|weeks|months))",
        r"(?<!studied )(?<!known )(?<!understood )(?<!tested )(?<!researched )(?<!little )\b(?:better|safer"
        rf"|gentler|faster|superior|quicker) (?:than|to|alternative to) (?:\w+ )?{OTHERS}",
        r"\bsafer than\b|\bsuperior to\b|\boutperform(?:s|ed)?\b|\bunmatched\b|\bunlike any other\b|\bbeats? (?:any"
        r"|every|all|other)\b",
        r"\b(?:fewer|lower|less) (?:side[- ]effects|risks?|pain|downtime|complications|scarring"
        r"|discomfort) (?:than|compared)\b",
        r"(?<!one of )(?<!some of )(?<!among )\b(?:the|our) (?:single )?(?:most (?:effective|successful|powerful)"
        r"|safest (?:and|treatment|method|way|procedure|solution|technology|device|laser|peel|filler|therapy"
        r"|technique))\b",
        r"\b(?:the )?only (?:treatment|method|device|laser|cream|procedure) that (?:really |actually "
        r"|truly )?(?:works?|delivers?|gives?)\b"
        r"|\bnothing (?:else )?(?:comes close|compares|works better)\b",
        r"\bno other (?:treatment|clinic|method|device|technology|procedure|laser)\b[^.]{0,40}\b(?:can|does|offers?"
        r"|delivers?|achieves?|comes?)\b",
        r"\bcompared (?:with|to) (?:any |other |traditional |conventional |older )+(?:\w+ )?(?:treatments?|methods?"
        r"|devices?|lasers?|clinics?|techniques?|procedures?)\b",
        r"\bin half the (?:sessions|time|visits)\b|\b(?:\d+|two|three|four|five|ten)(?: times|x) (?:more|better"
        r"|faster|safer)\b(?: \w+)? than\b",
    ),
    uncertain=any_of(
        r"\b(?:usually|often|sometimes|generally|tends?|in some|may|might|could|perhaps|possibly|some people"
        r"|not clear|seems?|appears?)\b"
    ),
    result_verb=any_of(
        r"\b(?:reduc(?:es|ing)|improv(?:es|ing)|stimulates?|boosts?|enhanc(?:es?|ing)|increases|tightens?"
        r"|tightening|smooths"
        r"|smoothes|firms|lifts|rejuvenates?|erases?|eliminat(?:es?|ing)|diminish(?:es|ing)?|minimi[sz](?:es?|ing)"
        r"|restores?"
        r"|promotes|leads to|leading to|maximi[sz]es|counters|evens|plumps|melts?|destroy(?:s|ed)|removes|fades"
        r"|clears|refines"
        r"|encourages|ramps? up|relax(?:es)?|softens|repairs|heals|transforms?|prevents?|shrinks|delivers|gives"
        r"|produces"
        r"|becomes?|allows for|amplif(?:y|ies)|disappears?|will (?:see|look|feel|notice|disappear|reduce|improve"
        r"|have|be left)"
        r"|leaves (?:you|your|skin)|triggers|hydrates|brightens|renews|reverses?|revitali[sz]es?|tackles|combats"
        r"|fights|breaks down)\b"
    ),
    result_object=any_of(
        r"\b(?:skin|collagen|elastin|wrinkles?|lines|scars?|texture|tone|volume|glow|complexion|fat|cellulite"
        r"|pigment\w*|spots"
        r"|acne|pores|firmness|elasticity|hair|lips|contours?|appearance|results?|healing|ag(?:e)?ing|muscles?"
        r"|absorption"
        r"|circulation|inflammation|redness|blemishes|regeneration|look|tissue|cells|hydration|imperfections"
        r"|stretch marks|tattoos?)\b"
    ),
    result_phrase=any_of(
        r"\b(?:is|are|an?|highly|very|extremely|remarkably|proves?|particularly|incredibly) effective\b(?! (?:date"
        r"|from|from the))",
        r"\bresults (?:can be|are|will be) (?:\w+ )?(?:significant|visible|dramatic|impressive|noticeable|immediate"
        r"|long-lasting|remarkable)\b",
        r"\b(?:impressive|remarkable|dramatic|visible|noticeable|amazing|outstanding|excellent|incredible|instant"
        r"|immediate|proven|real|lasting|long-lasting|fantastic|significant) (?:and \w+ )?(?:results|improvements?"
        r"|difference|transformation)\b",
        r"\b(?:major |key |main |big |great )?(?:advantage|benefit) of [\w\s-]{3,40}? is (?:its|the) (?:ability"
        r"|power)\b|\bability to (?:enhance|improve|reduce|smooth|tighten|stimulate)\b",
    ),
    side_effect=any_of(
        r"\b(?:redness|swelling|swollen|bruis\w+|crusts?|scabs?|peeling|flak\w+|tender|sting\w*|itch\w*)\b"
    ),
    many_people=any_of(
        r"\b(?:most|many|the (?:vast |great )?majority of|nearly all|almost all|countless|plenty of|a lot of"
        rf"|lots of|nine out of ten)\s(?:of )?(?:our |the )?(?:\w+ )?{PEOPLE}"
        r"\s(?:also |often |usually |even |already |soon |will |can |who \w+ )*(?:notic|observ|report|see|find|feel"
        r"|experienc|say|enjoy|describ|love|return|go back|go straight|resum|achiev|tolerat"
        r"|are (?:\w+ )?(?:satisfied|happy|delighted|pleased|able|thrilled|amazed)|get|need only|leave|look|swear"
        r"|gain|rate|recover)\w*",
        r"\b(?:many|most) (?:find|notice|report|say|see|feel|experience|describe|agree)\b",
    ),
    popularity=any_of(
        r"\btrend(?:s|y|ing|iest)?\b|\bpopular(?:ity)?\b|\bgo-to\b|\bsought[- ]after\b|\bin (?:high "
        r"|great )?demand\b|\bcelebrit\w+|\bhollywood\b|\ba-list\w*",
        r"\b(?:everyone|everybody|the world) (?:is|are|'s) (?:talking|raving|going)|\beveryone loves\b|\bloved by\b"
        r"|\bfavou?rites? (?:of|among|with|for)\b|\bbest-?sell\w+|\bmost requested\b|\bviral\b|\bbuzz\b"
        r"|\binfluencers?\b|\bhype\b",
        r"\b(?:thousands|hundreds|millions|scores|dozens) of (?:\w+ )?(?:satisfied|happy|delighted|loyal|people"
        r"|women|men|clients|customers|patients)\b|\bmust-have\b|\b(?:a )?(?:growing|increasing) number of\b"
        r"|\bmore and more (?:people|women|men|patients|clients)\b",
        r"\battractive (?:option|choice)\b|\baward-winning\b|\b(?:5|five)-star\b|\beveryone who's anyone\b"
        r"|\bcan't be wrong\b",
    ),
    pressure=any_of(
        r"\byouth(?:ful(?:ness)?|ful-looking)?\b|\byounger(?:-looking)?\b|\bageless\b|\bturn back (?:the clock"
        r"|time)\b|\banti-ag(?:e)?ing\b(?! (?:claims|industry))|\bflawless\b|\bperfect (?:skin|body|face|lips|look"
        r"|smile|complexion)\b|\bdream (?:body|skin|face|look|lips)\b",
        r"\b(?:boosts?|boosting|gives?|restores?|regain|improves?|new|renewed|newfound"
        r"|lift)\b[^.;]{0,30}\b(?:self-)?(?:confidence|esteem)\b|\bconfidence (?:a boost|boost|again|back)\b"
        r"|\bconfident (?:new )?you\b|\bfeel (?:more )?confident\b|\bmore confident\b",
        r"\binvest(?:ing|ment)? in (?:yourself|your|microneedling|\w+ treatment|\w+)\b(?=[^.]*(?:skin|confidence"
        r"|look|complexion|beauty|yourself|future))",
        r"\b(?:amazing|stunning|impressive|incredible|unbelievable|jaw-dropping|breathtaking|miracul\w+|miracle"
        r"|magical?|dramatic|spectacular|wow) (?:results?|transformations?|change|effects?|difference|treatments?)?",
        r"\byou deserve\b|\btreat yourself\b|\bwhy wait\b|\bdon't wait\b|\bdon't (?:miss|hesitate|delay)\b"
        r"|\bmiss out\b|\bact (?:now|fast)\b|\bhurry\b|\bbook (?:now|today|your (?:appointment|session|consultation"
        r"|treatment) (?:now|today))\b|\bappointment today\b|\bbefore it's too late\b|\bget rid of\b"
        r"|\bsay goodbye\b|\bbest version of yourself\b|\brefreshed, younger\b|\bbeach[- ]body\b"
        r"|\bbikini[- ](?:body|ready)\b|\bbefore (?:the )?summer\b(?! sun)",
    ),
    limited_offer=any_of(
        r"\b(?:limited[- ]time|for a limited time|time-limited|flash sale|black friday|last[- ]minute|early[- ]bird"
        r"|introductory (?:offer|price)|today only|this (?:week|month|weekend) only|only (?:this|until|till|today)"
        r"|while (?:stocks|places|spots|spaces) last)\b",
        r"\b(?:offer|sale|deal|discount|promotion|price|special)s? (?:ends?|expires?|closes?|runs? out|is only"
        r"|valid until|valid till|finishes)\b",
        r"\b(?:only|just|last) (?:\w+ )?(?:a few |\d+ |two |three |five )?(?:places?|spots?|slots?|spaces?"
        r"|appointments?) (?:are |is )?(?:left|remaining|available)\b|\b(?:spots|spaces|slots"
        r"|places) (?:are )?(?:fill(?:ing)?|limited|going)\b",
        r"\bbook (?:before|by) (?:\w+day|the end|tonight|midnight|tomorrow|\d)|\b(?:before|until|by) (?:\w+day"
        r"|midnight|the end of the (?:week|month))\b[^.]{0,30}\b(?:save|off|free|discount)\b|\bbuy (?:one|two"
        r"|\d)\b[^.]{0,30}\bfree\b|\btwo for one\b|\b2[- ]for[- ]1\b|\b(?:one|third|second|fourth) (?:\w+ )?free\b",
        r"\bsave (?:up to )?[£$€]?\d+ ?(?:%|per ?cent)?[^.]{0,30}\b(?:today|now|this week|this month|before|until"
        r"|if you book)\b",
    ),
    played_down=any_of(
        r"\b(?:no|zero|minimal|little|virtually no|little to no|little or no|almost no|barely any|without(?: any"
        r"| significant| much| the)?|short|low|hardly any|not much|next to no|limited) (?:\w+ )?(?:downtime"
        r"|down time|recovery(?: time| period)?|discomfort|pain|time off|bruising|disruption)\b",
        r"\bdowntime is (?:minimal|short|negligible|virtually)\b|\b(?:short|quick|fast|rapid|speedy|easy"
        r"|swift) (?:recovery|healing)\b",
        r"\b(?:pain-free|painless(?:ly)?)\b|\bnothing to worry\b|\bhardly (?:feel|notice)\b|\bwon't feel a thing\b"
        r"|\b(?:quick|simple|easy) and (?:easy|painless|simple|safe|comfortable|gentle)\b|\bgentle and (?:quick"
        r"|safe|painless|effective)\b",
        r"\blunch(?:time| break| hour|-hour|-break)\b|\b(?:right|straight|immediately) back (?:to|into)\b"
        r"|\bback to (?:work|normal|your (?:day|routine|life)) (?:right away|immediately|straight away|the same day"
        r"|at once|in no time|within hours)\b|\bresume (?:normal|daily|regular|your) \w+ (?:immediately|right away"
        r"|straight away|the same day)\b",
        r"\breturn(?:ing)? to (?:their|your|normal|regular|daily|work)[^.;]{0,30}\b(?:immediately|right away"
        r"|same day|within 24 hours|straight away)\b",
        r"\b(?:side[- ]effects?|risks?|complications?) (?:is|are) (?:\w+ )?(?:rare|minimal|negligible|minor|mild"
        r"|low|unlikely|few)\b(?! but)|\b(?:extremely|very|incredibly|exceedingly) (?:rare|safe|low risk)\b"
        r"|\blow-risk\b|\bharmless\b",
        r"\bconvenient\b|\bbusy (?:individuals|people|schedules?|lives|lifestyles?|professionals|days?)\b"
        r"|\b(?:safe and (?:simple|easy|gentle|effective|comfortable|painless|quick))\b|\b(?:just"
        r"|only) (?:a )?(?:tiny|little|slight|small|mild) (?:pinch|prick|sting|scratch|discomfort)\b",
    ),
    played_down_unless_risks=any_of(
        r"\b(?:minimally|non|least)[- ]invasive\b|\bgentle\b|\btiny (?:injuries|wounds|punctures|pricks)\b"
        r"|\bmicro-?injur\w+ heal (?:quickly|fast)\b"
    ),
    suits_everyone=any_of(
        r"\b(?:suits?|suitable|ideal|perfect|safe|appropriate|right|recommended|great|good|excellent"
        r"|works?(?: well)?|effective|designed|fits?|option|available|choice|candidates?)"
        r" (?:for |on |with |to )?(?:use on |use in )?(?:virtually |almost |nearly |practically |just about "
        r"|absolutely |literally )?"
        r"(?:everyone|everybody|anyone|anybody|all (?:skin|ages|adults|women|men|people|patients|hair|body|genders"
        r"|clients|age|types)"
        r"|all(?=[.,!]|$)|(?:every|any) (?:skin|age|body|person|woman|man|adult|patient|hair|face|client|type"
        r"|complexion|gender)"
        r"|(?:men and women|people|women|men|adults|clients|patients|both (?:men and women|sexes"
        r"|genders)) of (?:all|every|any)"
        r"|(?:most|various|a (?:wide|broad|vast) (?:range|variety|array) of|a variety of|different"
        r"|multiple) (?:\w+ )?(?:skin|people|adults|patients|individuals|ages|hair|body|clients|candidates|women"
        r"|men))\b",
        r"\b(?:everyone|everybody|anyone|anybody)\b(?: (?!should|must|needs?|has|have|had)[\w'-]+){0,8}? (?:can"
        r"|could|will|is|are|may) (?:\w+ )?(?:benefit|enjoy|suitable|candidates?|be treated|have (?:a "
        r"|an )?(?:youth\w*|smooth\w*|perfect|flawless|radiant|younger)|achieve|try it|try this|undergo|have (?:it"
        r"|this)|get (?:it|this)|an? (?:\w+ )?candidate)\b",
        r"\bregardless of (?:your |their )?(?:age|skin|gender|body|hair|ethnicity|background)|\bno matter (?:what "
        r"|how )?(?:your |their |the |old )?(?:age|skin|shape|size|gender|body|hair|old|concern|ethnicity|colou?r)"
        r"|\bwhatever (?:your |the )?(?:age|shape|skin|size|gender|concern|body)",
        r"\bwhether you(?:'re| are) \d+ or \d+|\b(?:all|every) skin (?:types?|tones?|colou?rs?) (?:can|are|is) (?:be )?"
        r"(?:safe\w*|treated|suitable|welcome)\b",
        r"\b(?:wom[ae]n|m[ae]n|people|clients|patients|adults) of (?:all|any|every) (?:ages?|skin \w+)\b[^.;]{0,20}"
        r"\b(?:can|will) (?:benefit|enjoy|be treated|have)\b",
        r"\b(?:for|on|across|to|with|treats?|treat) (?:all|every|any) (?:types? of (?:skin|hair|body)"
        r"|kinds? of skin|skin (?:types?|tones?|colou?rs?)|ages|body types?|hair (?:types?|colou?rs?)"
        r"|age groups?)\b",
        r"\b(?:everyone|everybody|anyone) (?:is|can be) (?:a |an )?(?:\w+ )?candidate\b|\bthere (?:is"
        r"|are) no (?:age|upper age) limits?\b",
    ),
    anyone=any_of(
        r"^(?:it is |it's |perfect |ideal |great |suitable |made )*(?:for )?(?:anyone|anybody|everyone"
        r"|everybody)\b(?! (?:else|under)\b)"
    ),
    who_heading=any_of(
        r"\b(?:who (?:should|is|can|it|may|benefits?|suits?)|candidates?|suit(?:s|able|ed)?|right for (?:you|me)"
        r"|ideal for|for me|for you|benefit)\b"
    ),
    restricted=any_of(
        r"\b(?:should|must|need(?:s|ed)? to|has to|have to|ask|tell|talk to|speak (?:to|with)|avoid|wait|not|cannot"
        r"|unless|except|under (?:16|18|21)|see a doctor|call us|first)\b|n't\b"
    ),
    limited_to=any_of(
        r"\b(?:patch test|test patch|sunscreen|sun cream|spf|consultation|website|page|guide|article|accessible|advice"
        r"|moisturi[sz]er)s?\b",
        r"\b(?:but|although|though|however|except|unless|while|whereas|provided|as long as"
        r"|after an? (?:consultation|assessment"
        r"|check))\b[^.]*\b(?:not|require|should|must|disqualif\w+|consult\w*|evaluat\w+|assess\w*|depends?|patch|care"
        r"|caution|higher|risk|conditions|doctor)\b",
        r"\b(?:with|after) (?:the )?(?:right|correct|proper|careful|an? (?:individual )?)(?:settings|assessment"
        r"|consultation|check)",
    ),
    superlative=any_of(
        r"(?<!works )(?<!work )(?<!worked )(?<!at )(?<!its )(?<!our )(?<!your )(?<!do )(?<!their )(?<!respond )"
        r"(?<!responds )\bbest\b"
        r"(?! (?:if"
        r"|to|when|time|left|known|kept|before|on|done|for (?:you|your)|friend|suited|way to find|decided|discussed"
        r"|avoided|practice|interests?))",
        r"\b(?:ultimate|unrivalled|unrivaled|unbeatable|unparalleled|unsurpassed|second to none|world-class"
        r"|state-of-the-art|cutting-edge|groundbreaking|ground-breaking|revolutionary|game-?chang\w+|premier|finest"
        r"|top-rated|number one|no\. ?1|#1|most advanced|most effective|safest|most innovative|newest|most trusted"
        r"|most experienced|leading (?:clinic|provider|experts?|specialists?|treatment|\w+ (?:\w+ )?clinic"
        r"|technology|edge)|breakthrough)\b",
    ),
    contraindication=any_of(
        r"\b(?:not|isn't|aren't)\b[^.;]{0,40}\b(?:suitable|recommended|advised|advisable|appropriate|right|safe"
        r"|suited|option"
        rf"|candidates?|for you|offered|performed|done)\b[^.;]*\b{CONDITION}",
        r"\b(?:avoid(?:ed)?|should not|shouldn't|must not|cannot|can't|do not|don't|may not|unsuitable"
        r"|rules? (?:you )?out|ruled out"
        rf"|disqualif\w+|postponed?|deferred?)\b[^.;]*\b{CONDITION}",
        rf"\b{CONDITION}[^.;]*\b(?:avoid|should not|shouldn't|must not|cannot|can't|may not|unsuitable"
        r"|not (?:suitable|recommended"
        r"|treated|offered|safe)|should (?:also |always )?(?:avoid|wait|postpone)|disqualif\w+|rules? (?:you )?out)\b",
        r"\bcontra-?indicat\w+",
        r"\b(?:may|might|will|are|is) (?:be )?not (?:be )?(?:a |an )?(?:good |suitable |ideal )*candidates? (?:if"
        r"|for)\b",
        r"\bdisqualify you\b|\b(?:treatment|it|peel|procedure) (?:is|should be|will be) (?:deferred|postponed"
        r"|delayed) (?:if|when)\b",
    ),
    contraindication_heading=any_of(
        r"\b(?:disqualif\w+|contra-?indications?|who should (?:not|avoid|wait|skip)|who shouldn't"
        r"|not (?:be )?(?:suitable|right|for)|when not to|who cannot|who can't|unsuitable|who is it not for"
        r"|isn't (?:suitable|for|right))\b"
    ),
    risk_heading=any_of(
        r"\brisks?\b|\bside[- ]effects?\b|\bcomplications?\b|\bwhat can go wrong\b|\badverse\b|\bsafety\b"
        r"|\bis it safe\b|\b(?:is|are) [\w -]{3,40} safe\b"
    ),
    help_heading=any_of(
        r"\bwhen to (?:get|seek|call|see|contact|worry|phone)\b|\bwarning signs?\b|\bemergenc\w+|\burgent\b"
        r"|\bget help\b|\bseek (?:medical|help)\b|\bcall (?:us|your)\b|\bred flags?\b"
    ),
    alternatives_heading=any_of(
        r"\balternatives?\b|\bother (?:ways|options|treatments|choices)\b|\b(?:versus|vs\.?|compared)\b|\binstead\b"
    ),
    information_note=any_of(
        r"\b(?:not|no|never) (?:a |an )?(?:replac\w+|substitutes?|constitute|medical advice|a replacement)\b"
        r"|\b(?:does|do|can|should) not (?:replace|substitute|constitute)\b"
        r"|\binformation(?:al)? (?:purposes )?only\b|\bfor (?:your )?(?:general )?information\b"
        r"|\bgeneral information\b|\bfor informational\b|\bdoesn't replace\b|\bnot (?:intended|meant) (?:as|to)\b"
        r"|\bnot medical advice\b|\bin place of (?:a consultation|medical)"
    ),
    price=any_of(r"(?:[£$€]\s?\d[\d,.]*|\b\d[\d,.]*\s?(?:gbp|usd|eur|euros?|dollars)\b)"),
    price_from=any_of(
        r"\b(?:from|starts? at|starting at|start(?:s|ing)? from|begins? at|as little as|as low as|only|just from"
        r"|upwards of|as affordable as)\s(?:as little as |as low as |just |only )?(?=[£$€]\s?\d|\d[\d,.]*\s?(?:gbp"
        r"|usd|eur|euros?|dollars)\b)"
    ),
    price_unit=any_of(
        r"\b(?:per|each|an?|one|two|three|every) (?:\w+ )?(?:session|treatment|syringe|ml|millilitre|milliliter"
        r"|area|unit|course|package|vial|month|visit|appointment|hour|person|cycle|pulse|applicator|pair|zone)s?\b"
        r"|\bper\b|/ ?(?:session|treatment|syringe|ml|area|unit|visit|month)\b|\beach\b|\ba time\b",
        r"\bfor (?:the|a|an|one|two|three|your|both|each|\d+)\b|\bcourse of\b|\bpackage\b|\b(?:\d+|one|two|three"
        r"|four|five|six) (?:sessions?|treatments?|areas?|syringes?)\b|\bthe (?:face|neck|cheeks|whole|full"
        r"|forehead|lips?|area|upper|legs?|underarms?|chin|hands?)\b|\ba (?:light|medium|deep|small|full|single"
        r"|first|half|short)\b|\bsessions?\b|\b(?:single|one) area\b",
    ),
    price_conditions=any_of(
        r"\b(?:depend(?:s|ing|ent)?|var(?:y|ies)|includ(?:es|ed|ing)|plus|more for|larger|higher|according to"
        r"|exclud\w+|subject to|based on|without|with (?:the )?neck|extra|after (?:a|your) consultation|quote[ds]?"
        r"|additional|up to|rises?|increas\w+|tailored|taken off|personal plan|confirmed|and the|number of|size of"
        r"|conditions|when you|if you|small(?:er)? areas?)\b"
    ),
    price_other=any_of(
        r"\b(?:deposit|consultations?|cancellation|booking|no-show|fee|fees|fine|vouchers?|gift|refund(?:ed|able)?"
        r"|parking|travel|taxi|donat\w+|insurance|save|off|discount|worth|credit|redeem\w*|charge|finance|million"
        r"|billion)\b"
    ),
    price_topic=any_of(
        r"\b(?:prices?|priced|pricing|costs?|charge|from|starts?|starting|as little as|as low as|only|just)\b"
    ),
    yearless_date=any_of(
        r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?"
        r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? (?:[12]?\d|3[01])(?:st|nd|rd|th)?\b(?!,? ?(?:\d{4}|%|per"
        r"|people|patients|mm|minutes|hours|days|weeks|sessions|years|times|to|or|-|–))(?!\d)",
        r"\b(?:[12]?\d|3[01])(?:st|nd|rd|th)? (?:of )?(?:january|february|march|april|june|july|august|september"
        r"|october|november|december)\b(?!,? ?\d{4})",
    ),
    no_recovery=any_of(
        r"\b(?:no|zero|minimal|without (?:any |significant |much )?|virtually no|little to no|little or no|almost no) ?"
        r"(?:\w+ )?(?:downtime|down time|recovery(?: time)?|time off)\b",
        r"\b(?:back|return(?:s|ing)?|resum(?:e|es|ing)|work|activities|normal|routine)\b[^.;]{0,40}\b(?:within 24 hours"
        r"|within a day|within hours|the same day|immediately|straight away|right away)\b",
    ),
    recovery_days=any_of(
        r"\b(?:redness|swelling|swollen|peeling|flaking|bruis\w+|crust\w*|scabs?|downtime|recovery|healing|time off"
        r"|off work|off)\b[^.;]{0,60}?\b(?:a few|several|some|two|three|four|five|six|seven|ten|[2-9]"
        r"|1\d)(?:(?: to | or |–|-)(?:\w+))? (?:days|weeks)\b",
        r"\b(?:a few|several|two|three|four|five|[2-9]|1\d)(?:(?: to | or |–|-)(?:\w+))? (?:days"
        r"|weeks) (?:of )?(?:redness|swelling|downtime|recovery|peeling|flaking|bruising|off work)\b",
    ),
    single_session=any_of(
        r"\b(?:a|one|just one|only one|just a) single (?:session|treatment|visit|appointment)\b"
        r"(?! (?:costs?|takes?|lasts?|of|is priced))",
        r"\b(?:just|only) one (?:session|treatment|visit|appointment)\b|\bafter (?:just |only )?one (?:session"
        r"|treatment)\b",
        r"\bone (?:session|treatment|visit) is (?:all|enough|usually enough|sufficient)\b",
        r"\bin one (?:session|treatment)\b(?! (?:of|takes|lasts))",
    ),
    session_range=any_of(
        r"\b(?P<low>\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?: ?(?:to|-|–|or) ?(?P<high>\d+"
        r"|two|three|four|five|six|seven|eight|nine|ten|twelve))? (?:\w+ )?(?:sessions"
        r"|treatments)\b(?=[^.;]*\b(?:need|recommend|require|plan|course|apart|usual|series|advise|suggest|typical"
        r"|common|most people|people need))|\b(?:need|recommend\w*|require\w*|plan|course of|series of|advise"
        r"|suggest)\b[^.;]{0,30}?\b(?P<low2>\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?: ?(?:to"
        r"|-|–|or) ?(?P<high2>\d+|two|three|four|five|six|seven|eight|nine|ten|twelve))? (?:\w+ )?(?:sessions"
        r"|treatments)\b"
    ),
    session_minutes=any_of(
        r"\b(?:session|treatment|appointment|procedure|process)s? (?:usually |typically |generally |itself |only "
        r"|just |about )*(?:takes?|lasts?|is over in|is done in)\s(?:usually |typically |about |around |roughly "
        r"|between |up to |only |just |approximately |anywhere |from |as little as )*(?P<low>\d+)(?: ?(?:to|-|–"
        r"|and) ?(?P<high>\d+))? ?(?:minutes|mins?)\b"
    ),
    numbers=NUMBERS,
    clinical=any_of(
        r"\b(?:skin|results?|treatments?|scars?|pain\w*|hurt|lines?|wrinkles?|lips?|face|look(?:s|ed|ing)?|younger"
        r"|heal\w*|swell\w*|bruis\w*|redness|session|procedure|injections?|laser|peel|filler|acne|hair|fat|weight"
        r"|diagnos\w+|cured?|outcome|difference|after|glow\w*|smooth\w*|texture)\b"
    ),
    off_label=any_of(
        r"\boff[- ]label\b",
        r"\b(?:botox|botulinum|dysport|xeomin|jeuveau|daxxify|neurotoxin|neuromodulator)s?\b[^.;]*\b(?:masseter"
        r"|jaw(?:line)?|teeth grinding|bruxism|gummy smile|lip flip|neck bands?|nefertiti|platysma|calves|calf"
        r"|trap(?:s|ezius)|shoulders?|oily skin|pores|scalp|microbotox|barbie|nose|chin|bunny lines)\b"
        r"|\b(?:masseter|jaw slimming|gummy smile|lip flip|trap(?:s|ezius)?|calf|neck) (?:botox|botulinum|dysport"
        r"|xeomin)\b",
        r"\b(?:dermal )?fillers?\b[^.;]*\b(?:nose|rhinoplasty|breasts?|buttocks?|butt|bbl|penis|forehead|neck|feet"
        r"|liquid)\b|\b(?:liquid|non-surgical) (?:rhinoplasty|nose job|bbl|butt lift|breast)\b",
        r"\b(?:semaglutide|ozempic|tirzepatide|mounjaro)\b[^.;]*\b(?:weight|slim|fat)\b",
    ),
)
