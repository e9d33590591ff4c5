"""English: risks played down, suitability and the headings of safety."""

from treatment_pages.editorial.words import any_of

CONDITION = (
    r"(?:pregnan\w+|breast-?feed\w*|nursing|infect\w*|isotretinoin|accutane|allerg\w*|keloids?|pacemakers?"
    r"|epilep\w*|cancer"
    r"|diabet\w*|blood[- ]thin\w*|auto-?immune|herpes|cold sores?|open wounds?|implants?|neuromuscular|myasthenia"
    r"|active acne|eczema|psoriasis|rosacea|under (?:16|18|21)|skin disease|photosensiti\w+|dermatitis)\b"
)

SAFETY = {
    "played_down": any_of(
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
    "played_down_unless_risks": any_of(
        r"\b(?:minimally|non|least)[- ]invasive\b|\bgentle\b|\btiny (?:injuries|wounds|punctures|pricks)\b"
        r"|\bmicro-?injur\w+ heal (?:quickly|fast)\b"
    ),
    "suits_everyone": any_of(
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
    "anyone": any_of(
        r"^(?:it is |it's |perfect |ideal |great |suitable |made )*(?:for )?(?:anyone|anybody|everyone"
        r"|everybody)\b(?! (?:else|under)\b)"
    ),
    "who_heading": any_of(
        r"\b(?:who (?:should|is|can|it|may|benefits?|suits?)|candidates?|suit(?:s|able|ed)?|right for (?:you|me)"
        r"|ideal for|for me|for you|benefit)\b"
    ),
    "restricted": any_of(
        r"\b(?:should|must|need(?:s|ed)? to|has to|have to|ask|tell|talk to|speak (?:to|with)|avoid|wait|not|cannot"
        r"|unless|except|under (?:16|18|21)|see a doctor|call us|first)\b|n't\b"
    ),
    "limited_to": any_of(
        r"\b(?:patch test|test patch|sunscreen|sun cream|spf|consultation|website|page|guide|article|accessible|advice"
        r"|moisturi[sz]er)s?\b",
        r"\b(?:but|although|though|however|except|unless|while|whereas|provided|as long as"
        r"|after an? (?:consultation|assessment"
        r"|check))\b[^.]*\b(?:not|require|should|must|disqualif\w+|consult\w*|evaluat\w+|assess\w*|depends?|patch|care"
        r"|caution|higher|risk|conditions|doctor)\b",
        r"\b(?:with|after) (?:the )?(?:right|correct|proper|careful|an? (?:individual )?)(?:settings|assessment"
        r"|consultation|check)",
    ),
    "contraindication": any_of(
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
    "contraindication_heading": any_of(
        r"\b(?:disqualif\w+|contra-?indications?|who should (?:not|avoid|wait|skip)|who shouldn't"
        r"|not (?:be )?(?:suitable|right|for)|when not to|who cannot|who can't|unsuitable|who is it not for"
        r"|isn't (?:suitable|for|right))\b"
    ),
    "risk_heading": any_of(
        r"\brisks?\b|\bside[- ]effects?\b|\bcomplications?\b|\bwhat can go wrong\b|\badverse\b|\bsafety\b"
        r"|\bis it safe\b|\b(?:is|are) [\w -]{3,40} safe\b"
    ),
    "help_heading": any_of(
        r"\bwhen to (?:get|seek|call|see|contact|worry|phone)\b|\bwarning signs?\b|\bemergenc\w+|\burgent\b"
        r"|\bget help\b|\bseek (?:medical|help)\b|\bcall (?:us|your)\b|\bred flags?\b"
    ),
    "alternatives_heading": any_of(
        r"\balternatives?\b|\bother (?:ways|options|treatments|choices)\b|\b(?:versus|vs\.?|compared)\b|\binstead\b"
    ),
    "information_note": any_of(
        r"\b(?:not|no|never) (?:a |an )?(?:replac\w+|substitutes?|constitute|medical advice|a replacement)\b"
        r"|\b(?:does|do|can|should) not (?:replace|substitute|constitute)\b"
        r"|\binformation(?:al)? (?:purposes )?only\b|\bfor (?:your )?(?:general )?information\b"
        r"|\bgeneral information\b|\bfor informational\b|\bdoesn't replace\b|\bnot (?:intended|meant) (?:as|to)\b"
        r"|\bnot medical advice\b|\bin place of (?:a consultation|medical)"
    ),
    "off_label": any_of(
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
}
