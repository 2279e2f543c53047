"""The dataset (数据集): an archive's tables as files that others can cite and check."""
