"""What people type before the words that count: 'he said that', 'I should have mentioned', 'because'."""

import re

_THEY = r"(?:he|she|they|you|today they|the (?:boss|manager|interviewer|director|head))"
_SAY = r"(?:said(?: to)? me|said|told me(?: today)?|told us|mentioned|explained|says)"
_THAT = r"(?: that(?= )|:|,)?\s+(?=\S)"
FILLER = re.compile(
    r"^(?:yeah|yes|yep|omg|haha|lol|well|so|um+|uh|erm|ok|okay|oh|basically|like|and|also)[,]?\s+(?=\S)",
    re.IGNORECASE,
)
TELLS = re.compile(
    rf"^(?:{_THEY} (?:also )?{_SAY}|i (?:heard|learned|learnt|was told)|{_SAY}){_THAT}",
    re.IGNORECASE,
)
"""Before what the reader was told."""
TOLD_TO = re.compile(
    r"^(?:(?:he|she|they|you) )?(?:told|advised|warned) me ((?:not )?to )(?=\S)",
    re.IGNORECASE,
)
ASKED = re.compile(r"^(?:(?:he|she|they|you) )?asked (?:me )?about\s+(?=\S)", re.IGNORECASE)
WE_TALKED = re.compile(
    r"^(?:(?:we|i) (?:talked|spoke|chatted|discussed)(?: about)?|(?:talked|spoke|talking) about|about"
    r"|(?:he|she|they|you) (?:explain(?:ed|s)?|told|talk(?:ed)?|spoke)(?: to)? (?:me|us) about"
    r"|what (?:he|she|they|you) (?:said|told me|told us|explained) about)"
    r"\s+(?=\S)",
    re.IGNORECASE,
)
_WISH_I_HAD = (
    r"(?:(?:i )?(?:also |just )?(?:(?:should|could|would)(?:['’]ve| have| of)|(?:(?:was|have) )?forg[eo]t(?:ten)? to"
    r"|wish i had|wish i'd|(?:meant|wanted|(?:humbly |kindly )?wish|(?:would|['’]d) (?:also )?like) to"
    r"|didn['’]?t|did not|never) ?(?:(?:get|manage) to |get (?:a|the) chance to )?|(?:to )?)"
)
_MENTION = (
    r"(?:said|mentioned|told (?:them|you|him|her)|say|mention|tell (?:them|you|him|her)|tell(?= that )"
    r"|ma[dk]e enough of|sa(?:y|id) enough about|go into"
    r"|add|bring up|brought up|talk(?:ed)? about)"
)
FORGOT = re.compile(
    rf"^(?:(?:one|another) thing (?:that )?|something )?{_WISH_I_HAD}{_MENTION}(?: is(?= ))?(?: that(?= ))?"
    r"(?: about(?= ))?:?\s+(?=\S)",
    re.IGNORECASE,
)
WHICH_I_FORGOT = re.compile(
    r",? (?:which|but) i (?:totally |completely |just |clean )?"
    r"(?:blanked on|forgot(?: (?:about|to (?:say|mention)))?|(?:did not|didn['’]?t) (?:say|mention))(?: it)?(?=[.!]*$)",
    re.IGNORECASE,
)
"""That it was forgotten, behind what was: 'I'm certified, which I totally blanked on'."""
BECAUSE = re.compile(
    r"^(?:i(?:'d| would) like to do this work |i ask |it's |its )?(?:because|cause|cuz|cos|coz|as|since)"
    r"\s+(?=\S)",
    re.IGNORECASE,
)
BECAUSE_OF = re.compile(r"^(?:because of|due to|owing to|on account of)\s+(?=\S)", re.IGNORECASE)
I_WILL = re.compile(
    r"^(?:i(?:'ll| will|'d| would)? )?(?:to )?(?:send|email|e-mail|forward|share)"
    r"(?: (?:you|u|them|him|her|over))?\s+(?=\S)|^i(?:'ll| will) (?=\S)",
    re.IGNORECASE,
)
ASKED_FOR = re.compile(
    r"^(?:i(?:['’]d| would) (?:also )?(?:like(?: to have| to ask for| to get)?|love|ask for|prefer)"
    r"|i ask for|i (?:want|need|wish for)|(?:can|could|may) (?:i|we) (?:have|get)"
    r"|is it possible to (?:have|get)|ask for|asking for|please)\s+(?=\S)",
    re.IGNORECASE,
)
MAY_I = re.compile(
    r"^(?:(?:can|could|may) (?:i|we)|would it be (?:possible|ok|okay) (?:for me )?to|is it possible to)\s+(?=\S)",
    re.IGNORECASE,
)
"""Before something that the reader would like to do."""
SORRY = re.compile(
    r"\b(?:sorry|apologi[sz]e|nervous|froze|messed (?:it )?up|nightmare|stupid|idiot|desperate|blanked|rambled|waffled"
    r"|went blank|screwed up|bombed|stumbled)\b",
    re.IGNORECASE,
)
"""Words that are better kept to oneself than sent."""
DONE_FOR_ME = re.compile(
    r"^(?:how )?(?:(?:he|she|they|you|everyone|everybody) )?(?:also |even |kindly )?"
    r"(?P<did>asked(?= me to\b)|walking|showing|letting|let|showed|gave|took|walked|introduced|invited|lent|drove"
    r"|made(?= me (?:an? |some |feel (?:very |so )?(?:welcome|at home))))"
    r" me (?!a hard)(?=\S)",
    re.IGNORECASE,
)
"""What was done for the reader in the talk, for which they give thanks: 'they showed me round'."""
DOING = {
    "asked": "asking",
    "let": "letting",
    "letting": "letting",
    "showing": "showing",
    "walking": "walking",
    "showed": "showing",
    "gave": "giving",
    "took": "taking",
    "walked": "walking",
    "introduced": "introducing",
    "invited": "inviting",
    "lent": "lending",
    "drove": "driving",
    "made": "making",
}
"""The same, as it follows 'Thank you for'."""
LIKED = re.compile(r"^i (?:really |just )?(liked|loved|enjoyed)\s+(?=\S)", re.IGNORECASE)
"""Before what the reader writes that they liked."""
THEY_ASKED = re.compile(
    r"^(?:he|she|they) (?:asked|wanted|kept asking|didn't ask)\b", re.IGNORECASE
)
"""Before what happened in the talk, which is no news to them."""
YOU_SHOULD_KNOW = re.compile(
    r"^(?:you (?:should|must|have to|need to) know|just so you know|to be honest|honestly|the thing is)"
    r"(?: that(?= )|,)?\s+(?=\S)",
    re.IGNORECASE,
)
"""Before what an interviewer told the reader."""
DOUBTS = re.compile(
    r"^i(?:'m| am|’m) not (?:a |an )?(?:\w+ )?(?:rusty|lazy|slow|stupid|bad|afraid|scared|overqualified|underqualified"
    r"|out of practice|too \w+|job hopper|quitter)\b",
    re.IGNORECASE,
)
"""What denies a fault that nobody named."""
SMALL_PRINT = re.compile(
    r"^(?:money|commission|bonus(?:es)?|perks|discounts?|free (?:food|lunch|stuff|drinks)"
    r"|(?:the |a |my )?(?:visa|sponsorship)"
    r"|(?:the |my |good |better |higher )?(?:money|pay|salary|wages?|cash|commute)"
    r"|i need (?:the|a|this) (?:money|job)|rent)\b",
    re.IGNORECASE,
)
"""Reasons that don't speak for anybody who gives them."""
NEAR_HOME = re.compile(
    r"\bnear (?:my (?:house|home|place|flat|family|parents|kids)|home|where i live)\b"
    r"|\b(?:close|closer|near|nearer|next) to "
    r"(?:(?:my |the )?(?:house|home|place|flat|family|parents|kids|school|station|\w+['’]s)|where i live)\b"
    r"|\b(?:streets?|blocks?|miles?|minutes?|km|kilometres?|stops?) (?:away )?from (?:my|where i)\b",
    re.IGNORECASE,
)
"""What suits the reader, and says nothing about the talk."""
