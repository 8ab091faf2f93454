"""Nothing: Pyodide asks for the running loop when somebody awaits, and a request is answered in one call.

The real package brings sockets, subprocesses, threads and logging.
"""

from unprepared import stand_in as __getattr__  # noqa: F401  # a module's own __getattr__
