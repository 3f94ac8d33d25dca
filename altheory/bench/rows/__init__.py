"""The rows: one piece of work a file, holding one ``ROW``."""
