"""Nothing: importlib.resources wants temporary files only for data in an archive, and ours is on the disk.

The real module brings shutil, and with it the archive formats.
"""
