"""Tables that are no forms, and lists of projects: sums, differences and rates of columns."""
