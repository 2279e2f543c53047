"""The money, the indicators and the scores of forms, and what sentences tell of them: F, S, X."""
