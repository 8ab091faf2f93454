"""The words of a name in their order: without letters, jobs and where somebody is from; none where it is no name."""

import re

from playbook.phrasing.capitals import usual_name
from playbook.phrasing.family import FAMILY_FIRST, HISPANIC, LATIN
from playbook.phrasing.lexicon import words_named
from playbook.phrasing.name_words import (
    has_inner_stop,
    is_initial,
    is_job,
    is_letters,
    is_unknown_title,
    name_words,
    plain,
    respect_shown,
    titles_of,
)

MOST_GIVEN = 2
"""Words of a given name behind a comma: 'WHITLOCK, Dana Mae'."""
_FAMILY_NAMES = 2
"""Words of a family name of two, as in Spanish: 'García López'."""
_SHORTEST_FIRM = 2
"""Words of the name of a firm: 'Calder Ltd'."""
_LONGEST_LETTERS = 4
"""Letters behind a name that aren't in the list: 'FRSA'."""
_LONGEST_INITIALS = 3
"""What is in capitals and no longer may be initials: 'KWS'."""
_PRONOUNS = re.compile(r"\s+(?:she|he|they|ze)/\S+", re.IGNORECASE)
_SET_OFF = re.compile(r"\s+[-–—/|:]\s*.*$|[:;].*$|/[A-Z]{2,}.*$")
_RUN_ON = re.compile(r"(?<![^\s.])([^\W\d_]{2,}\.)(?=[A-Z])")
"""An abbreviation that the next word follows without a blank: 'Mr.Rob Hartley'."""


def words_of_name(bare: str, country: str) -> list[str]:
    """Return the words of the name with its titles, in their usual order and capitals; none where it isn't one."""
    plain_text = before_more(bare)
    words = in_order(plain_text.split(","), country).split()
    if _is_nobody(words):
        return []
    words = _without_end(words, country)
    if _has_no_name(words, country):
        return []
    if "," not in plain_text:
        words = _family_last(words, country)
    shouted = all(each.upper() == each for each in words)
    named = usual_name(" ".join(words)) if shouted or bare.islower() else " ".join(words)
    return [usual_name(each) if _is_loud(each) else each for each in named.split()]


def _has_no_name(words: list[str], country: str) -> bool:
    """Return whether nothing but jobs is left, or 'Mr' alone."""
    if len(words) == 1 and titles_of(country).get(plain(words[0])) in name_words(
        "titles", "dotted"
    ):
        return True
    title = plain(words[0]) in titles_of(country) and words[-1].islower()
    return all(is_job(each) for each in words[title:] if plain(each) not in ("the", "of", "for"))


def _family_last(words: list[str], country: str) -> list[str]:
    """Return 'WILLIAMS Serena' the other way round, where family names don't stand first."""
    first = words[0]
    moved = (
        len(words) > 1
        and _is_loud(first)
        and not any(map(_is_loud, words[1:]))
        and country not in FAMILY_FIRST
        and plain(first) not in titles_of(country)
    )
    return [*words[1:], first] if moved and words[1][:1].isupper() else words


def before_more(text: str) -> str:
    """Return the text up to where somebody is from: 'Ryan from L&D', 'Tom @ Brightwater', 'Karen - HR'."""
    words = _RUN_ON.sub(_apart, _SET_OFF.sub("", _PRONOUNS.sub("", text))).split()
    while len(words) > 1 and words[0] in name_words("around", "begin"):
        words.pop(0)
    end = next(
        (
            at
            for at, each in enumerate(words)
            if at and (each in name_words("around", "from") or each.startswith("@"))
        ),
        len(words),
    )
    return " ".join(words[:end]).strip(" ?!*,")


def _apart(match: re.Match[str]) -> str:
    return f"{match[1]} " if plain(match[1]) in titles_of("") else match[1]


def in_order(parts: list[str], country: str) -> str:
    """Return the name before the first comma; 'WHITLOCK, Dana' the other way round."""
    head, after = parts[0].strip(), parts[1].split() if len(parts) > 1 else []
    titles = []
    while after and plain(after[0]) in titles_of(country):
        titles.append(after.pop(0))
    if after and _is_turned_round(head, after, country, titled=bool(titles)):
        if head.isupper():
            head, after = usual_name(head.lower()), [usual_name(each.lower()) for each in after]
        return " ".join((*titles, *after, head))
    return head


def before_comma(parts: list[str], country: str) -> str:
    """Return what stands before the first comma, where there are several; else the name in its usual order."""
    return parts[0] if len(parts) > 1 else in_order(parts, country)


def _is_turned_round(head: str, after: list[str], country: str, *, titled: bool) -> bool:
    """Return whether the family name stands before the comma and the first name behind it."""
    family = head.split()
    loud, name = head.isupper(), after[0].strip(",")
    named = loud or not name.isupper() or is_initial(name)
    fits = name[:1].isupper() or head.islower()
    two = country in HISPANIC and len(family) == _FAMILY_NAMES
    several = (
        two or len(family) == 1 or loud or plain(family[0]) in name_words("around", "particles")
    )
    most = MOST_GIVEN + any(is_initial(each) for each in after)
    other = any(
        is_job(each)
        or is_letters(each)
        or (has_inner_stop(each) and not is_initial(each))
        or plain(each) in words_named("names", "also")
        or plain(each) in name_words("around", "firms")
        for each in after
    )
    has_title = plain(family[0]) in titles_of(country) if family else True
    return (
        (named or titled) and fits and several and len(after) <= most and not (other or has_title)
    )


def is_firm(text: str) -> bool:
    """Return whether the text names a firm: 'Calder & Fong Ltd'."""
    words = text.split()
    if len(words) < _SHORTEST_FIRM or (words[-1].islower() and words[0][:1].isupper()):
        return False
    return plain(words[-1]) in name_words("around", "firms")


def _is_nobody(words: list[str]) -> bool:
    """Return whether a sentence or a job stands where a name would: 'some other guy', 'cant remember his name'."""
    if not words:
        return True
    sentence = name_words("around", "sentence")
    if any(each.strip(".,") in sentence or each.casefold() in sentence for each in words[1:]):
        return True
    starts = words[0] in name_words("around", "nobody") or plain(words[0]) in sentence
    return starts or (plain(words[0]) in ("the", "my", "some", "hiring") and is_job(words[-1]))


def _without_end(words: list[str], country: str) -> list[str]:
    """Return the words without letters, jobs and kisses at their end; a title and a name stay."""
    loud = all(each.upper() == each for each in words)
    job = False
    while len(words) > 1 and not _is_all_titles(words[:-1], country):
        last = words[-1]
        job = (job and last.islower() and words[0][:1].isupper()) or (
            is_job(last)
            and (last.islower() or plain(last) not in name_words("around", "also_names"))
        )
        letters = is_letters(last) or (has_inner_stop(last) and words[0] != last)
        abbreviated = (
            last.isupper()
            and len(last) <= _LONGEST_LETTERS
            and not loud
            and len(words) > MOST_GIVEN
            and not is_initial(last)
            and plain(last) not in name_words("around", "first_family")
        )
        kisses = last in name_words("behind", "sign_off")
        if not (job or letters or abbreviated or kisses):
            break
        if plain(last) in respect_shown():
            break
        words = words[:-1]
    return words


def _is_all_titles(words: list[str], country: str) -> bool:
    return all(plain(each) in titles_of(country) or is_unknown_title(each) for each in words)


def _is_loud(word: str) -> bool:
    """Return whether a family name was typed in capitals within a name that wasn't."""
    return word.isalpha() and word.isupper() and len(word) > _LONGEST_INITIALS


def is_other_script(words: list[str]) -> bool:
    """Return whether the last word is in another script than the first, as a rank in Hangul behind a Latin name."""
    return (
        len(words) > 1
        and words[0][:1].isascii()
        and words[0][:1].isalpha()
        and not words[-1][:1].isascii()
        and ord(words[-1][0]) > LATIN
    )
