"""Offers of invented people, as the tests of the offer ask for them."""

from collections.abc import Mapping

from playbook.own import own
from playbook.tools import get_tool
from playbook.tools.offer.model import OfferAnswer
from playbook.tools.offer.rules import compute
from tests.playbook.readers import request_of

EXAMPLES = {each.id: each for each in get_tool("offer").examples()}
OFFER = {"events": [{"kind": "offer", "on": "2026-11-20"}]}


def offer_of(record: Mapping[str, object]) -> OfferAnswer:
    return compute(request_of(record), own())
