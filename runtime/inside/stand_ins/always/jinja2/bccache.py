"""The names that jinja2 exports: templates are compiled in memory, and the caches bring pickle and tempfile."""


class BytecodeCache:
    """Keeps nothing."""


class FileSystemBytecodeCache(BytecodeCache):
    """Keeps nothing."""


class MemcachedBytecodeCache(BytecodeCache):
    """Keeps nothing."""
