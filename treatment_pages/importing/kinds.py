"""What a part of an article is about, told by the words of its heading."""

import re
from functools import lru_cache

from treatment_pages.importing.kinds_de import GERMAN

INTRO, OVERVIEW, HOW_IT_WORKS, BENEFITS = "intro", "overview", "how_it_works", "benefits"
PROCEDURE, SESSIONS, CANDIDACY, RISKS = "procedure", "sessions", "candidacy", "risks"
AFTERCARE, RESULTS, PRICE, FAQ = "aftercare", "results", "price", "faq"
ALTERNATIVES, SUMMARY, SECTION = "alternatives", "summary", "section"

KINDS = (
    INTRO, OVERVIEW, HOW_IT_WORKS, BENEFITS, PROCEDURE, SESSIONS, CANDIDACY, RISKS,
    AFTERCARE, RESULTS, PRICE, FAQ, ALTERNATIVES, SUMMARY, SECTION,
)  # fmt: skip
"""The kinds of an outline."""

TREAT = (
    r"(?:treatments?|procedures?|sessions?|appointments?|visits?|therapy|peels?|injections?|surgery|facials?|fillers?)"
)

ENGLISH = (
    (RISKS, r"\b(?:risks?|safety|side effects)\b.{1,30}contra-?indicat"),
    (PROCEDURE, r"questions (?:to|you should) ask"),
    (SESSIONS, r"^how (?:often|many)\b"),
    (FAQ, r"\bfaqs?\b|\b(?:people|patients|clients|visitors|guests) (?:often|also|always|usually|frequently|commonly)? ?ask\b|\bquestions\b|frequently asked|(?:common|popular|top|your|other|more|patient|reader|frequent) questions|questions (?:people|patients|clients|we|you|about)|questions?,? answered|q ?(?:&|and|\+) ?a\b|you ask|people also ask|have questions"),
    (SECTION, r"\bmistakes?\b|\bmyths?\b|\bchoos(?:e|ing) (?:the|a|an|your) (?:right |best |good |qualified |reputable )?(?:\w+ )?(?:clinic|provider|practitioner|surgeon|specialist|doctor|injector|professional|aesthetician|med ?spa)|why choose (?:us|our|dr)\b|why choose .*\b(?:clinic|spa|aesthetics|cent(?:re|er)|practice|studio|dermatology|medspa|team)\b|\bour (?:team|clinic|approach|story|promise|philosophy)\b|^lead magnet|^(?:free )?downloads?\b|^about (?:us|our|the (?:author|clinic)|dr)\b|^(?:references|sources|disclaimer|citations|bibliography)\b|find(?:ing)? (?:a|the right) (?:provider|practitioner|clinic|doctor|specialist)"),
    (SUMMARY, r"\blast word|\bour (?:verdict|advice|take|opinion)\b|\bsum(?:ming)? (?:it |this |everything )?(?:all )?up|where (?:this|that|it) leaves|^parting|^in the end\b|\bconclusions?\b|\bfinal (?:\w+ ){0,2}(?:thoughts?|words?|takeaways?|notes?|verdict|remarks?|tips?|say)|^in (?:summary|conclusion|closing|short|a nutshell|brief)|bottom line|takeaways?\b|take[- ]home|wrapping (?:it |things )?up|^wrap[- ]?up|summing (?:it )?up|^to sum up|^summary|closing (?:thoughts?|words?|remarks?|note)|^(?:the|our) verdict|^final(?:ly)?$|^ready (?:to|for)\b|next steps?\b|^(?:book|schedule|request|arrange) (?:your|an?|now|today|online)\b|^(?:get|getting) started|^contact us|^get in touch|begin your|start your|your (?:journey|path) (?:to|starts|begins)|is it worth it|^to (?:conclude|summari[sz]e)|^recap|^key points"),
    (CANDIDACY, r"^who\b(?!.*\b(?:perform|administer|carr|inject|will treat|does the|invented|we are)\b)|\bsuits?\b|for every(?:one|body)|right person|give .{1,20} a miss|turn(?:ed)? away|^when (?:not to|to skip)|who (?:benefits|can benefit|will benefit|should|can|can't|cannot|shouldn't|could|would|is|isn't|are|might|may|it(?:'s|’s| is)) (?!.*\b(?:perform|administer|do(?:es)? the|carry|inject)\b)|\bcandidates?\b|\bcandidacy\b|suitab|eligib|contra-?indicat|disqualif|who it(?:'|’)?s for|who is it for|\bright (?:choice |treatment |fit |option |solution |procedure |one )?for (?:you|me|everyone|your)|\bfor (?:you|me|everyone)\s*\?|this is the (?:treatment|right)|good (?:fit|choice|option|idea) for|ideal (?:for|patient|client)|(?:perfect|best) (?:for|suited)|should (?:you|i|anyone) (?:get|have|consider|try|avoid|not)|(?:when|who) (?:not )?to (?:avoid|consider)|when to avoid|(?:what|right|best) age|safe (?:for|during|in|while|if)\b|skin (?:types?|tones?) (?:and|that|it|for|suit)|all skin types|not (?:suitable|recommended|right|for everyone)|can and (?:can(?:no|')t|can not)|people who should"),
    (BENEFITS, r"\bbenefits?\b|\badvantages?\b|\bupsides?\b|^why .{1,40}\b(?:switch|help|helps|like|popular|love|worth|prefer|turn to|swear by|chosen?|great|game[- ]changer|stand out)\b|^reasons\b|^why (?:you should |do people |people |women |men |we |so many |patients |clients |i )?(?:\w+ )?(?:choose|consider|love|get|try|opt|go for|pick|undergo|recommend|use)\b|reasons? (?:to|why|for|you|people)|ways .{0,40}(?:can|help|improve|transform|boost|will)|what (?:can|does|do|will) .{1,50}(?: do for| help| improve| achieve| treat| address| fix| target| correct)\b|what .{1,40} can (?:do|treat|improve|help|address|fix|achieve)|(?:issues|conditions|concerns|problems|areas) (?:\w+ ){0,5}(?:treated|address|treat|help|can be treated)|\bperks?\b|^pros\b|\buses (?:of|for)\b|what .{1,30} (?:treats|helps with|is used for)|what is .{1,40} used for|key (?:features|attributes)|how (?:can )?.{1,40} (?:can |could )?(?:helps?|benefits?|improves?|transforms?|enhances?|boosts?)\b"),
    (PROCEDURE, r"what to expect (?:before|during|at|on|when|with|from (?:your|the|a) (?:first )?(?:treatment|session|appointment|visit|consult))|what happens (?:during|at|in|on|before|when)\b(?!.*after)|^(?:before|prior to) (?:and|&) (?:during|after) (?!photos|pictures|results|care)|hurt|\bpain(?:ful|less)?\b|uncomfortable"),
    (PRICE, r"\bcosts?\b|\bpay\b|\bcharges?\b|\brates\b|\bpric(?:e|es|ing)\b|how much (?:is|are|does|do|will|would|should)\b|\bfees?\b|affordab|insurance|financ(?:e|ing)|payment|\bbudget|worth the (?:money|price|cost|investment)|\binvestment\b"),
    (SESSIONS, r"how many|number of (?:sittings|visits)|number of (?:sessions?|treatments?|appointments?|syringes?|units?)|how often|how frequent|treatment (?:schedule|frequency|course|plan|intervals?|series)|(?:sessions?|treatments?) (?:needed|required|recommended|will i|do i|are needed|spacing)|\bfrequency\b|how (?:long|far) (?:between|apart)|course of (?:treatment|sessions)|single or|one session"),
    (AFTERCARE, r"after-? ?care|\bafterwards\b|^(?:in )?the (?:days|hours|weeks) (?:after|that follow)|^life after|post[- ](?:treatment|procedure|care|peel|op|operative|session|laser|injection|microneedling|filler)|\brecover(?:y|ing)\b|\bheal(?:ing)?\b(?! (?:process|response) (?:behind|works))|down-?time|after (?:your|the|a|an|my|having|getting|every|each|treatment|microneedling|\w+ treatment)\b|expect after|\bcaring for\b|^(?:skin)?care (?:tips|instructions|after)|look(?:ing)? after|(?:what|things) to (?:do|avoid) after|dos? and don(?:'|’)?ts|day[- ]by[- ]day|^day \d|^week \d|^first (?:\d+|few|24|48|72|week|day|night)\b|(?:return|go(?:ing)? back|get back) to (?:work|normal|exercise)|back to work|maintain(?:ing)? (?:your |the )?(?:skin|glow)"),
    (RISKS, r"\brisks?\b|side[- ]?effects?|complications?|\bsafe\b|\bsafety\b|downsides?|drawbacks?|\bcons\b|adverse|go wrong|precautions?|\bdangers?\b|when to (?:call|see|seek|contact|get help|worry)|warning signs|allerg|safely|disadvantages?|infection"),
    (ALTERNATIVES, r"\balternatives?\b|\bvs\.?(?=\s|$)|\bversus\b|compar(?:e|ed|es|ing|ison)|differen(?:ce|ces|t) (?:between|from|to)|differs?\b|other (?:treatments?|options?|procedures?|ways)|instead of|rather than|^(?!.*\b(?:is|are|do|does|can|will|should)\b)[\w -]{3,40} or (?!not\b)[\w -]{3,40}\?$|\bor\b .{1,40}: which|other (?:routes|paths)|which (?:one )?is better"),
    (RESULTS, r"\bresults?\b|(?:see|notice) (?:a |the |an |any )?(?:difference|improvement|change)|how long (?:do(?:es)?|will|can|would|until)\b(?!.*\b(?:take|procedure|appointment|session|heal|recover)\b)|longevity|before (?:and|&) after|\boutcomes?\b|how (?:soon|quickly)|\bpermanent\b|long[- ]lasting|\blasts\b|\b(?:do|does|will|can|they|it|effects?)\b.*\blast\b|what (?:kind of )?improvements?|success rates?|effective(?:ness)?\b"),
    (OVERVIEW, r"^what (?:is|are|exactly).{1,80} and how"),
    (HOW_IT_WORKS, r"how (?:do|does|is|are|it|they|this|the|can|\w+).{0,60}\bworks?\b|how it works|\bscience\b|mechanism|behind (?:the|it|this)\b|\b(?:physics|biology|chemistry)\b|under the skin|technology|how (?:does|do) .{1,40} (?:affect|stimulate|reduce|remove|rejuvenate|tighten)|why (?:does )?it works?"),
    (PROCEDURE, rf"what to expect|what happens|\bprocedures?\b|step[- ]by[- ]step|\bprocess\b|during (?:the|your|a|an|my|treatment|microneedling)|how (?:is|are) .{{1,50}} (?:done|performed|carried out|administered|applied|given)|\bappointment\b|your (?:first )?(?:visit|session|consultation|treatment)|prepar|before (?:your|the|a|an|you|my|treatment|booking|getting)|pre[- ](?:treatment|procedure|care|peel|appointment|op)|(?:treatment|on the|procedure) day|day of (?:the |your )?{TREAT}|(?:when|once) you arrive|\b(?:stages|phases)\b|on arrival|how long (?:do(?:es)?|will|is) .{{0,50}}(?:take|appointment|session|procedure)|consultations?\b|\bnumbing\b|anesth|anaesth|\bsteps?\b|^the treatment$|^treatment$|walk[- ]?through|inside (?:a|your)|\bsession\b|\d+ (?:days?|hours?|weeks?) before"),
    (HOW_IT_WORKS, r"^how (?:the|a|an|this|these|it|they)\b(?!.*\?)"),
    (ALTERNATIVES, r"how is .{1,40} different|^types? .{1,40} vs"),
    (OVERVIEW, r"^(?:so,? )?what(?:'s|’s| is| are| exactly| does .{1,40} mean)\b|overview|^understanding\b|^introduc(?:tion|ing)\b|\bdefin(?:ition|ed|ing)\b|\bexplained\b|^meet\b|closer look|\btypes?\b|kinds of|different (?:types|kinds|forms|peels|fillers|lasers)|history of|(?:need|should|want|have) to know|all about|\bbasics\b|\b101\b|^about (?!us)|^what a .* is$|at a glance|in a nutshell|areas"),
    (CANDIDACY, r"\bwho\b.*\?|pregnan|breast-?feeding"),
)  # fmt: skip
"""Phrases by kind; the first that fits a heading decides, so the more telling ones stand first."""

PATTERNS = tuple((kind, re.compile(phrases, re.I)) for kind, phrases in (*ENGLISH, *GERMAN))

BENEFIT_TITLE = re.compile(
    r"^(?:(?:almost|virtually|little to|more|less|fewer|very|truly) )?(?:minimal|minimi[sz]e[sd]?|no|low|little|quick|fast|short|shorter|long[- ]?(?:lasting|term)|immediate|instant|natural(?:[- ]looking)?|"
    r"improve[sd]?|improving|enhanced?s?|reduce[sd]?|reducing|reduction|increase[sd]?|boosts?(?:ed|ing)?|stimulates?|safe|non[- ]?(?:surgical|invasive)|minimally|gentle|customi[sz](?:able|ed)|personali[sz]ed|versatile|"
    r"brighte(?:r|ns?)|smoother|softer|firmer|tighter|younger|youthful|cost[- ]effective|affordable|convenient|better|subtle|suitable for|works? (?:for|on|well)|treats?|targets?|prevents?|restores?|evens?|fades?|"
    r"glowing|radiant|collagen|confidence|increased|faster|lower|it(?:'|’)?s|they can|can be|helps?|promotes?|repairs?|tightens?|smooths?|softens?|diminish(?:es|ed)?|weniger|mehr|glattere|straffere|kaum|keine|schnelle|natürliche|sanfte)\b",
    re.I,
)
"""How the title of a benefit begins, even where it holds a word such as downtime or results."""


@lru_cache(maxsize=4096)
def kind_of(heading: str) -> str:
    """The kind that the words of a heading tell; "" when they tell none."""
    words = heading.strip().replace("’", "'")
    for kind, pattern in PATTERNS:
        if pattern.search(words):
            return kind
    return ""


def is_question(heading: str) -> bool:
    """Whether a heading asks something."""
    return heading.rstrip(" \"'”’)").endswith("?")


def is_benefit_title(heading: str) -> bool:
    """Whether a heading reads as the title of one benefit."""
    return bool(BENEFIT_TITLE.match(heading.strip())) and not is_question(heading)
