"""A list of interviews as a spreadsheet: text with separators in (CSV), and out.

What a spreadsheet of somebody else's calls its columns, and how it writes its days, is read where it can be known;
where it can't, the text stays as it was typed, and the reader is asked.
"""
