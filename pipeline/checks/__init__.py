"""The cross-checks: one family of audit rules a file.

A rule is a function ``(case: Case) -> Iterator[Finding]`` and a line ``Check("F02", function)``
in the ``CHECKS`` of its file; ``engine.py`` adds the families' ``CHECKS`` together. What the rule
is called, its formula and its severity stand in ``data/rules.toml``.

- ``Case`` (``case.py``) is a report with its figures found by place. ``case.term(index)`` is
  the figure ``report.figures[index]`` as a term; ``case.find(block, row, value, *kinds)`` the
  term of the cell in a table row that states a value; ``case.quote(place, text)`` a quote.
- ``Term`` (``terms.py``) calculates with ``+ - * /`` and ``total(terms)``, and keeps the
  intervals, the text of the calculation and its sources. ``Term.constant(1)`` is a number of
  the formula, ``term.exactly()`` takes printed digits as exact. ``term.number.value`` is null
  for a range.
- ``proof.py`` makes the finding with its verdict, proof line, message, quotes and stable key:
  ``equation(claim, computed, stated)``, ``bound(claim, smaller, larger)``,
  ``same(claim, expected, stated)`` and, for texts and dates, ``remark(...)``.
  ``Claim("P01", case.report, matter)`` names the rule and the matter in Chinese; the message
  adds 相符 or 不符 and the proof line.

``wording.toml`` holds the words that rules look for (``wording.pattern(name)``), ``profiles/``
how provinces score (``case.profile``). What several rules read of a case is kept by
``@remembered`` (``case.py``). A rule over several reports is an ``AcrossCheck``
(``together.py``) in the ``ACROSS`` of its file.

A function yields for every relation that it tested, those that hold too, and yields nothing
where it is not sure that the figures are of one scope, period and unit.
"""
