"""The shapes that typed words can have."""

from enum import StrEnum


class Shape(StrEnum):
    """What typed words are, by the way they are built."""

    EMPTY = "empty"
    QUOTE = "quote"
    CLAUSE = "clause"
    THAT = "that"
    WH = "wh"
    QUESTION = "question"
    THING = "thing"
    DID = "did"
    DOES = "does"
    DO = "do"
    TO_DO = "to-do"
    DOING = "doing"
    DONE = "done"
    ABOUT = "about"
    ADVERB = "adverb"
    QUALITY = "quality"
    FOREIGN = "foreign"
    UNKNOWN = "unknown"
