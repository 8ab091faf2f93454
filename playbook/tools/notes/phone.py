"""A phone number as somebody says it: in groups, as on a card."""

GROUPS: dict[int, tuple[int, ...]] = {8: (4, 4), 9: (3, 3, 3), 10: (3, 3, 4), 11: (5, 3, 3)}
"""How many digits stand together, by how many there are."""


def in_groups(number: str) -> str:
    """Return a number typed without gaps in groups; one that has its groups already stays as it is."""
    digits = number.strip()
    if not digits.isdigit() or len(digits) not in GROUPS:
        return digits
    found, at = [], 0
    for size in GROUPS[len(digits)]:
        found.append(digits[at : at + size])
        at += size
    return " ".join(found)
