"""Reports of one unit, of several years or of many projects held against each other: C."""
