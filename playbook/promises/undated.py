"""Words that name no date: as soon as possible, we'll be in touch, in the spring."""

import re

from playbook.promises.names import MONTH, WEEKDAY
from playbook.promises.reading import Reading


def undated(text: str) -> Reading:
    """What plain words without a date amount to."""
    if _UNREAD.search(text):
        return Reading.UNCLEAR
    if _SOON.search(text):
        return Reading.SOON
    return Reading.OPEN if _OPEN.search(text) else Reading.UNCLEAR


# a time that no phrase understood: a season differs by hemisphere, a term by school
_UNREAD = re.compile(
    r"\d|\b(?:spring|summer|autumn|winter|in (?:the )?fall|semester|term|ramadan|fiscal"
    rf"|{WEEKDAY}|(?!may|mar){MONTH}|weeks?|months?|days)\b"
)
_SOON = re.compile(
    r"\basap\b|\ba\.s\.a\.p|(?<!as )\bsoon\b(?! as)"
    r"|\bas (?:soon|quickly|fast|early) as (?:possible|humanly|(?:we|i|they) can)"
    r"|\b(?:shortly|promptly|quickly|imminently|immediately|before long|right away|straight ?away"
    r"|near future|without delay|any (?:day|time|moment|minute))\b"
)
_THEY = (
    r"(?:we|they|i|he|she|all|every\w*"
    r"|the (?:team|panel|board|others?|interviews?|process|manager|committee))(?:ve|re|ll|s|d)?"
)
_OPEN = re.compile(
    r"\b(?:be in touch|in touch|let (?:you|u|me|us) know|get back|dont call|call (?:you|me)|ring you"
    rf"|contact(?:ed)?|hear|keep (?:you|me)|(?:when|once|after|until|as soon as) {_THEY}"
    r"|no (?:idea|date|timeline|time ?frame|rush|hurry|deadline|promises?)|not sure|unsure"
    r"|dont know|(?:didnt|did not|wouldnt|would not) (?:say|tell|know)|nobody (?:said|knows)"
    r"|nothing|depends|in due (?:course|time)|eventually|at some point|some ?time|tb[acd]"
    r"|to be (?:confirmed|decided|announced)|follow up|reach out|unknown|keep in mind|on file"
    r"|wait and see)\b"
)
