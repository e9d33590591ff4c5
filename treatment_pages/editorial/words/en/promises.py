"""English: guarantees, proof, comparison and results."""

from treatment_pages.editorial.words import any_of

RESULTS = r"(?:results?|outcomes?|success|satisfaction|improvement|change|effects?)"

OTHERS = (
    r"(?:electrolysis|tweezing|dermabrasion|hifu|ultrasound|retinol|any|other|others|traditional|conventional"
    r"|surgery|surgical|lasers?|peels?|chemical|creams?|serums?|fillers?"
    r"|microneedling|botox|facelifts?|liposuction|exercise|dieting|waxing|shaving|competing|older|alternative|standard"
    r"|skincare|topical|ablative|ordinary|regular|most|all|every|existing|at-home|the competition|what|those|that of)\b"
)

PROMISES = {
    "guarantee": any_of(
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
    "not_guarantee": any_of(
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
    "establishment": any_of(
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
    "comparative": any_of(
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
    "uncertain": any_of(
        r"\b(?:usually|often|sometimes|generally|tends?|in some|may|might|could|perhaps|possibly|some people"
        r"|not clear|seems?|appears?)\b"
    ),
    "result_verb": any_of(
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
    "result_object": any_of(
        r"\b(?:skin|collagen|elastin|wrinkles?|lines|scars?|texture|tone|volume|glow|complexion|fat|cellulite"
        r"|pigment\w*|spots"
        r"|acne|pores|firmness|elasticity|hair|lips|contours?|appearance|results?|healing|ag(?:e)?ing|muscles?"
        r"|absorption"
        r"|circulation|inflammation|redness|blemishes|regeneration|look|tissue|cells|hydration|imperfections"
        r"|stretch marks|tattoos?)\b"
    ),
    "result_phrase": any_of(
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
    "side_effect": any_of(
        r"\b(?:redness|swelling|swollen|bruis\w+|crusts?|scabs?|peeling|flak\w+|tender|sting\w*|itch\w*)\b"
    ),
}
