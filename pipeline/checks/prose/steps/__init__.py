"""Old and new numbers in running text and the step between them: P05 to P07, P18, P19, P22, P23."""
