"""Parts and their wholes in running text: P01, P02, P08, P09, P12, P20, P24, P28."""
