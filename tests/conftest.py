"""How all tests run: a property is tried on the same examples each time, and no test has to be fast."""

from hypothesis import settings

settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.register_profile("other-each-time", deadline=None, max_examples=5_000)
settings.load_profile("repeatable")
