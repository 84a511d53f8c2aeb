"""Whether two answers are the same: every cell, the names of groups, and the order of rows."""

TOLERANCE = 1e-9
# The percentile of this peer rounds its position.
LOOSE = {("datafusion", "q09"): 1e-6}


def same_cell(left, right, tolerance):
    """Text and whole numbers agree exactly, fractions to a relative tolerance; ids may be text or numbers."""
    if isinstance(left, (int, float)) and isinstance(right, (int, float)):
        if isinstance(left, int) and isinstance(right, int):
            return left == right
        return abs(left - right) <= tolerance * max(abs(left), abs(right))
    return left == right or (left is not None and right is not None and str(left) == str(right))


def difference(expected, found, tolerance=TOLERANCE):
    """The first thing in which an answer differs from the expected one; None for none."""
    if len(expected) != len(found):
        return f"{len(found)} rows instead of {len(expected)}"
    for number, (left, right) in enumerate(zip(expected, found), 1):
        if len(left) != len(right):
            return f"row {number} has {len(right)} cells instead of {len(left)}"
        for expected_cell, cell in zip(left, right):
            if not same_cell(expected_cell, cell, tolerance):
                return f"row {number}: {cell} instead of {expected_cell}"
    return None


def disagreements(answers):
    """One line for each answer of a question that is not that of the first engine, or is an error.

    `answers` maps a question to the answers by engine.
    """
    lines = []
    for question, by_engine in answers.items():
        reference = next((answer["rows"] for answer in by_engine.values() if "rows" in answer), None)
        for engine, answer in by_engine.items():
            if "error" in answer:
                lines.append(f"{question} {engine}: error {answer['error']}")
            elif found := difference(reference, answer["rows"], LOOSE.get((engine, question), TOLERANCE)):
                lines.append(f"{question} {engine}: {found}")
    return lines
