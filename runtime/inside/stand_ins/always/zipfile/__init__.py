"""Nothing: importlib.resources wants it only for data in an archive, and ours is on the disk.

The real module brings the compressors and shutil.
"""
