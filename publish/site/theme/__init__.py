"""All that is known here of the theme, Material's or the one that Zensical brings: its markup, its scripts, its files.

Another theme, or another release of this one, is a change in this folder. What it doesn't have as
it's known here is left as the theme wrote it, with a warning where a reader would miss something.
"""
