"""One fact told in several places of running text: P16, P25, P27, P29, P30, F07, X06."""
