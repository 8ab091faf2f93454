"""What an employer's e-mail says: a no, an invitation, an offer, a date, a request, or that a program wrote it.

A pasted text → the newest e-mail in it (newest.py) → passages (passages.py) → what points to which kind (signals.py
with signals.toml) → what is sure or likely (reading.py), each with its words and its day (proposals.py, days.py).
It is a proposal: nothing counts until the reader says yes, and where two kinds are likely the reader is asked.
"""

from playbook.replies.model import Kind, Piece, Proposal, Reply
from playbook.replies.reading import read_reply

__all__ = ["Kind", "Piece", "Proposal", "Reply", "read_reply"]
