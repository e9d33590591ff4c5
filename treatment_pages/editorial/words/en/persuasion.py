"""English: crowds, pressure and offers."""

from treatment_pages.editorial.words import any_of
from treatment_pages.editorial.words.en.vocabulary import PEOPLE

PERSUASION = {
    "many_people": any_of(
        r"\b(?:most|many|the (?:vast |great )?majority of|nearly all|almost all|countless|plenty of|a lot of"
        rf"|lots of|nine out of ten)\s(?:of )?(?:our |the )?(?:\w+ )?{PEOPLE}"
        r"\s(?:also |often |usually |even |already |soon |will |can |who \w+ )*(?:notic|observ|report|see|find|feel"
        r"|experienc|say|enjoy|describ|love|return|go back|go straight|resum|achiev|tolerat"
        r"|are (?:\w+ )?(?:satisfied|happy|delighted|pleased|able|thrilled|amazed)|get|need only|leave|look|swear"
        r"|gain|rate|recover)\w*",
        r"\b(?:many|most) (?:find|notice|report|say|see|feel|experience|describe|agree)\b",
    ),
    "popularity": any_of(
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
    "pressure": any_of(
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
    "limited_offer": any_of(
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
    "superlative": any_of(
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
    "clinical": any_of(
        r"\b(?:skin|results?|treatments?|scars?|pain\w*|hurt|lines?|wrinkles?|lips?|face|look(?:s|ed|ing)?|younger"
        r"|heal\w*|swell\w*|bruis\w*|redness|session|procedure|injections?|laser|peel|filler|acne|hair|fat|weight"
        r"|diagnos\w+|cured?|outcome|difference|after|glow\w*|smooth\w*|texture)\b"
    ),
}
