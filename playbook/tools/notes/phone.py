"""A phone number as it is said and written in its country: in groups, as on a card."""

from collections.abc import Mapping

GROUPS: Mapping[int, tuple[int, ...]] = {8: (4, 4), 9: (3, 3, 3), 10: (3, 3, 4), 11: (5, 3, 3)}
"""How many digits stand together, by how many there are."""
IN_COUNTRY: Mapping[tuple[str, int], tuple[int, ...]] = {
    ("AU", 10): (4, 3, 3),
    ("BE", 10): (4, 2, 2, 2),
    ("FR", 10): (2, 2, 2, 2, 2),
    ("IN", 10): (5, 5),
    ("PH", 11): (4, 3, 4),
    ("SG", 8): (4, 4),
    ("DK", 8): (2, 2, 2, 2),
    ("NO", 8): (3, 2, 3),
}
"""Where a country has groups of its own."""
WITH_HYPHENS = frozenset({"US", "CA", "PR"})
"""Countries that part the groups by hyphens."""


def in_groups(number: str, country: str = "") -> str:
    """Return a number typed without gaps in groups; one that has its groups already stays as it is."""
    digits = number.strip()
    sizes = IN_COUNTRY.get((country, len(digits)), GROUPS.get(len(digits), ()))
    if not digits.isdigit() or not digits.isascii() or not sizes:
        return digits
    ends = [sum(sizes[: nth + 1]) for nth in range(len(sizes))]
    groups = (digits[end - size : end] for size, end in zip(sizes, ends, strict=True))
    return ("-" if country in WITH_HYPHENS else " ").join(groups)
