"""Typed words put into sentences: what shape they have, and which sentence can hold them.

People finish a field as they like: a few words, a whole sentence, a list, 'n/a', in capitals. Here each is
read once (`shape`), tidied (`tidy`), turned to whom it is said (`person`) and put into a sentence (`frames`).
Words that no sentence of ours can hold aren't used: they come back as left out, with the reason.
"""
