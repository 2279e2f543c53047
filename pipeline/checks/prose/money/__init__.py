"""Money spent and points given in running text: F02, F03, F04, F06, S03, S06."""
