"""Nothing: Pyodide copies files only when it installs packages, and ours come installed.

The real module brings every archive format.
"""
