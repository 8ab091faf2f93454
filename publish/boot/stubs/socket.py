"""The two numbers that asyncio.events reads: a page has no sockets, and the real module brings selectors."""

AF_UNSPEC = 0
AI_PASSIVE = 1
