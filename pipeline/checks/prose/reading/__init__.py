"""Running text as the checks read it: lines, mentions, openers, names, the words of the data."""
