"""A name as people type it, taken apart: what stands around it goes, what is left is title, first and family name."""

import re
from dataclasses import dataclass, replace

from playbook.memory import remembered
from playbook.phrasing.capitals import is_shouted, usual_name
from playbook.phrasing.family import FAMILY_FIRST, HISPANIC, LATIN, split_name
from playbook.phrasing.lexicon import words_named
from playbook.phrasing.name_words import (
    has_inner_stop,
    is_initial,
    is_job,
    is_letters,
    name_words,
    plain,
    respect_shown,
    titles_in_order,
    titles_of,
)
from playbook.phrasing.tidy import is_empty, join_lines

MOST_GIVEN = 2
"""Words of a given name behind a comma: 'WHITLOCK, Dana Mae'."""
MOST_WORDS = 3
"""Words of each name in a list of people."""
_NAME_IS = re.compile(r"\bname(?: is| was|'s|:)\s+([^\W\d_]+(?: [^\W\d_]+)?)", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]?\s*|\s+<.*$")
_QUOTED = re.compile(r"(?:^|\s+)[\"“”'‘]([^\W\d_]+)[\"“”'’](?=\s|$)")
_PRONOUNS = re.compile(r"\s+(?:she|he|they|ze)/\S+", re.IGNORECASE)
_SET_OFF = re.compile(r"\s+[-–—/|:]\s*.*$|[:;].*$|/[A-Z]{2,}.*$")
_RUN_ON = re.compile(r"(?<![^\s.])([^\W\d_]{2,}\.)(?=[A-Z])")
"""An abbreviation that the next word follows without a blank: 'Mr.Rob Hartley'."""
_AND = re.compile(r"\s+(?:and|&|\+)\s+|(?<=[a-z])/(?=[A-Z][a-z])")
_EACH = re.compile(r",\s+|\s+(?:and|&|\+)\s+|(?<=[a-z])/(?=[A-Z][a-z])")
_ADDRESS = re.compile(r"^\S+@\S+\.\S+$")


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name that a greeting needs; `whole` is the name without what stands around it.

    `respect` is what was typed behind the name for respect, as it is written: "ma'am".
    """

    whole: str = ""
    title: str = ""
    given: str = ""
    family: str = ""
    nickname: str = ""
    respect: str = ""


@remembered()
def read_name(text: str, country: str = "") -> Name:
    """Return a name as it was typed, taken apart. Empty where no name is in it: a job, an address, 'I don't know'."""
    text = join_lines(text)
    if is_empty(text) or _ADDRESS.match(text) or not any(each.isalpha() for each in text):
        return Name()
    if introduced := _NAME_IS.search(text):
        return _read(usual_name(introduced[1]).split(), country)
    bare, nickname = _without_brackets(text, country)
    words = [] if _is_firm(bare.split(",")[0]) else _words_of_name(_AND.split(bare)[0], country)
    if not words:
        return Name()
    if _is_other_script(words):
        return Name(" ".join(words[:-1]))
    name = _read(words, country)
    return replace(name, nickname=nickname, given=nickname) if nickname else name


@remembered()
def read_names(text: str, country: str = "") -> tuple[Name, ...]:
    """Return everybody who is named in one field: 'Ms. Kim & Ms. Ruiz (4th grade)', 'Karen, Josie and Tom'."""
    bare = _before_more(_without_brackets(join_lines(text), country)[0])
    apart = _before_more(_without_brackets(join_lines(text).replace("), ", ") & "), country)[0])
    listed = _EACH.split(apart)
    if not _AND.search(apart) or not all(_is_short_name(each, country) for each in listed):
        listed = _AND.split(_head(bare.split(","), country))
    if len(listed) > 1 and not _is_firm(bare.split(",")[0]):
        names = [_title_alone(each, country) or read_name(each, country) for each in listed]
        return tuple(each for each in names if each.whole)
    name = read_name(text, country)
    return (name,) if name.whole else ()


@remembered()
def name_as_signed(text: str) -> str:
    """Return a name with its usual capitals, letters behind it as they are, and no kiss: 'Emeka Nwosu, MNSE, R.Eng'."""
    name, comma, behind = " ".join(text.split()).partition(",")
    words = name.split()
    while len(words) > 1 and words[-1] in name_words("behind", "sign_off"):
        words.pop()
    signed = " ".join(words)
    if not comma or not is_shouted(text) or len(words) == 1:
        return usual_name(f"{signed}{comma}{behind}")
    letters = (
        each if each.strip("(),.").isalpha() and not is_job(each) else usual_name(each.lower())
        for each in behind.split()
    )
    return f"{usual_name(signed)}, {' '.join(letters)}"


def _title_alone(text: str, country: str) -> Name | None:
    """Return a name of nothing but a title, as in 'Dr. & Mrs. Patel'."""
    title = titles_of(country).get(plain(text))
    return Name(title, title) if title else None


def _is_short_name(text: str, country: str) -> bool:
    words = text.split()
    if _title_alone(text, country):
        return True
    return (
        0 < len(words) <= MOST_WORDS
        and not text.isupper()
        and not any(is_job(each) or is_letters(each) or has_inner_stop(each) for each in words)
        and bool(read_name(text, country).whole)
    )


def _without_brackets(text: str, country: str) -> tuple[str, str]:
    """Return the text without brackets, and the name in them or in quotation marks that somebody goes by."""
    nickname = ""
    if quoted := _QUOTED.search(text):
        nickname = usual_name(quoted[1])
        text = f"{text[: quoted.start()]} {text[quoted.end() :]}"
    for match in _BRACKETS.finditer(text):
        before, after = text[: match.start()].split(), text[match.end() :].split()
        if not nickname and _goes_by(match[1] or "", before, after, country):
            nickname = usual_name(match[1])
    bare = " ".join(_BRACKETS.sub(" ", text).replace(" ,", ",").split())
    return bare, nickname


def _goes_by(inside: str, before: list[str], after: list[str], country: str) -> bool:
    """Return whether what stands in brackets is a name: within another one, or a short form of it."""
    if not inside.isalpha() or not before or is_job(inside) or is_letters(inside):
        return False
    if inside.isupper() and not " ".join(before).isupper():
        return False
    folded = plain(inside)
    if folded in titles_of(country) or folded in words_named("names", "also"):
        return False
    if all(plain(each) in titles_of(country) for each in before):
        return False
    within = bool(after) and not before[-1].endswith(",") and not is_letters(after[0])
    east = len(before) > 1 and plain(before[0]) in name_words("around", "first_family")
    short = len(before) > 1 and folded in name_words("around", "goes_by")
    return (within and after[0][:1] not in ("-", "–", "@")) or east or short


def _words_of_name(bare: str, country: str) -> list[str]:
    """Return the words of the name with its titles, in their usual order and capitals; none where it isn't one."""
    plain_text = _before_more(bare)
    words = _in_order(plain_text.split(","), country).split()
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


def _before_more(text: str) -> str:
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


def _in_order(parts: list[str], country: str) -> str:
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


def _head(parts: list[str], country: str) -> str:
    return parts[0] if len(parts) > 1 else _in_order(parts, country)


def _is_turned_round(head: str, after: list[str], country: str, *, titled: bool) -> bool:
    """Return whether the family name stands before the comma and the first name behind it."""
    family = head.split()
    loud, name = head.isupper(), after[0].strip(",")
    named = loud or not name.isupper() or is_initial(name)
    fits = name[:1].isupper() or head.islower()
    two = country in HISPANIC and len(family) == len(("García", "López"))
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


def _is_firm(text: str) -> bool:
    words = text.split()
    if len(words) < len(("Calder", "Ltd")) or (words[-1].islower() and words[0][:1].isupper()):
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
            and len(last) <= len("FRSA")
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
    return all(plain(each) in titles_of(country) or _is_title(each) for each in words)


def _is_loud(word: str) -> bool:
    """Return whether a family name was typed in capitals within a name that wasn't."""
    return word.isalpha() and word.isupper() and len(word) > len("KWS")


def _is_other_script(words: list[str]) -> bool:
    """Return whether the last word is in another script than the first, as a rank in Hangul behind a Latin name."""
    return (
        len(words) > 1
        and words[0][:1].isascii()
        and words[0][:1].isalpha()
        and not words[-1][:1].isascii()
        and ord(words[-1][0]) > LATIN
    )


def _is_title(word: str) -> bool:
    """Return whether a word before a name is a title that we don't know: what has a full stop and is no initial."""
    folded = plain(word)
    return (
        (word.endswith(".") or has_inner_stop(word))
        and not is_initial(word)
        and len(folded) > 1
        and folded not in name_words("around", "short_given")
        and folded not in name_words("around", "particles")
        and word.isascii()
    )


def _read(words: list[str], country: str) -> Name:
    words, respect = _without_respect(_without_rank(words, country))
    titles: list[tuple[str, str]] = []
    while len(words) > 1:
        two = " ".join(map(plain, words[:2]))
        known = titles_of(country)
        if two in known and len(words) > len(("tan", "sri")):
            titles.append((" ".join(words[:2]), known[two]))
            words = words[2:]
        elif plain(words[0]) in known and _is_typed_so(words[0]):
            titles.append((words[0], known[plain(words[0])]))
            words = words[1:]
        elif _is_title(words[0]):
            titles.append((words[0], "" if is_letters(words[0]) else words[0]))
            words = words[1:]
        else:
            break
    title = _said([said for _, said in titles if said])
    if titles and not title and len(words) == 1:
        title = titles[-1][0]
    parts = split_name(words, country, title=title)
    return Name(" ".join(words), title, parts.given, parts.family, respect=respect)


def _is_typed_so(word: str) -> bool:
    """Return whether a title of one letter, or one that is a name as well, has its full stop."""
    other = plain(word) in name_words("titles", "with_stop")
    return not other or word.endswith(".") or word in name_words("titles", "typed_so")


def _said(titles: list[str]) -> str:
    """Return which of several titles a greeting says."""
    first = next((each for each in titles_in_order() if each in titles), "")
    above = [each for each in titles if each not in name_words("titles", "courtesy")]
    return first or next(iter(above[-1:]), "") or next(iter(titles[-1:]), "")


def _without_rank(words: list[str], country: str) -> list[str]:
    """Return the words without a rank before the name: 'Watch Manager Sue Dyer', 'Ward Sister Eze', 'HR Karen'."""
    known = titles_of(country)
    if len(words) > MOST_GIVEN and is_job(words[0]) and plain(words[1]) in known:
        return words[1:]
    if len(words) > 1 and plain(words[0]) in name_words("around", "jobs") - known.keys():
        return words[1:]
    ranks = [
        at
        for at, each in enumerate(words[:-1])
        if at and plain(each) in name_words("titles", "ranks")
    ]
    if not ranks:
        return words
    at = ranks[-1]
    return words[at:] if plain(words[at]) in titles_of(country) else words[at + 1 :]


def _without_respect(words: list[str]) -> tuple[list[str], str]:
    """Return the name without what is said behind it for respect, and that: 'Pooja mam', 'Tanaka-san'."""
    last = words[-1]
    if last.endswith(("-san", "-sensei")):
        name, _, said = last.rpartition("-")
        return [*words[:-1], name], f"-{said}"
    said = respect_shown().get(plain(last), "")
    return (words[:-1], said) if said and len(words) > 1 else (words, "")
