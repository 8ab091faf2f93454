"""What the words of a number come to."""

from playbook.promises.chart import Node


def count(node: Node) -> int:
    """Return the number that words of a number make: 'one hundred and twenty', '21', 'twenty-first'."""
    words = [
        (word.kind, word.item.classes[word.kind])
        for word in node.words()
        if word.item
        and word.kind in {"number", "tens", "hundred", "digits", "nth", "nth-day", "count"}
    ]
    total = 0
    for kind, value in words:
        total = max(total, 1) * 100 if kind == "hundred" else total + int(value)
    return total
