"""Lists in running text and the number told of them: P10, P11."""
