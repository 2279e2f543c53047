"""The working paper (审计底稿): a workbook with the doubts, the proofs and the quotes."""
