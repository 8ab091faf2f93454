import json

from bench.memory import measure_memory
from bench.record import largest_requests
from playbook.tools import NAMES

MOST = 38_000_000


def test_memory_stays_flat_however_much_is_asked() -> None:
    """Six hundred answers, and twice as many: a longer evening takes no more."""
    asked = [(tool, json.dumps(each)) for each in largest_requests(50) for tool in NAMES]
    few = measure_memory(asked)
    more = [(tool, json.dumps(each)) for each in largest_requests(100) for tool in NAMES]
    assert few <= MOST
    assert measure_memory(more) == few
