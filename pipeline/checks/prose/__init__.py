"""P: what numbers in running text say of each other.

Relations are found, not listed. ``lines.py`` puts the figures back into their lines;
``partitions.py``, ``named.py``, ``parallel.py``, ``classed.py`` and ``totals.py`` find parts
and wholes by the words around them, ``changes.py`` old and new numbers; the other files hold
the rules that test what was found. The words stand in ``data/relations.toml``: a new family of
parts (雨水, 污水) or a new word for 其中 is one line there.

A relation that holds is told. One that does not is an alarm only where the text leaves no
other reading: parts that exclude each other and leave nothing out by their names, one whole
to choose from, one base for a change. Else it is a hint, not comparable, or nothing.
"""
