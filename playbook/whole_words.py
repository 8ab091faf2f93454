"""Looking for words of ours in what a reader typed, without a pattern, which would have to be compiled for each."""


def find_whole(phrase: str, text: str, joining: str = "") -> int:
    """Return where the phrase stands in the text as whole words, from 0; -1 where it doesn't.

    No letter, digit, underline or character of `joining` stands right before or after it.
    """
    at = text.find(phrase)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(phrase) :][:1]
        if not is_in_word(before, joining) and not is_in_word(after, joining):
            return at
        at = text.find(phrase, at + 1)
    return -1


def is_in_word(character: str, joining: str = "") -> bool:
    """Return whether a character belongs to a word; none at all doesn't."""
    return character.isalnum() or character == "_" or (character != "" and character in joining)
