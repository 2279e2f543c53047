"""Averages, prices and periods, times how many, in running text: P13 to P15, P21, P26."""
