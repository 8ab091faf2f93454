"""Statements of invented people, as the tests of the closing statement ask for them."""

from collections.abc import Mapping

from playbook.own import own
from playbook.tools import get_tool
from playbook.tools.closing_statement.model import Statement
from playbook.tools.closing_statement.rules import compute
from tests.playbook.readers import request_of

EXAMPLES = {each.id: each for each in get_tool("closing-statement").examples()}


def statement_of(record: Mapping[str, object]) -> Statement:
    return compute(request_of(record), own())


def sentences(statement: Statement) -> list[str]:
    return [line for section in statement.parts for line in section.sentences]


YOU_NEED = "As I understand it, you need"
ONE = {"proofs": [{"did": "ran both of the lines"}]}
"""Something done, without which there is no statement."""
CALM = {"needs": "stays calm", **ONE}
