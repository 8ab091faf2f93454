"""Python for the browser: everything that a new Pyodide touches, see README.md."""
