"""The one number that asyncio.events reads: a page starts no programs, and the real module brings selectors."""

PIPE = -1
