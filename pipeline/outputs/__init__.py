"""One writer a file: tables to CSV, JSON Lines, Parquet, a workbook, the terminal."""
