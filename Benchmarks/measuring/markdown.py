"""Tables in Markdown."""


def table(columns, rows):
    """Lines of a table; every cell is a text."""
    lines = ["| " + " | ".join(columns) + " |", "|" + " --- |" * len(columns)]
    return lines + ["| " + " | ".join(row) + " |" for row in rows]
