"""How wide the columns of a table are, for every format that has them."""


def headed(rows: list[list[str]]) -> bool:
    """Whether the first row says what stands in the columns: it holds no figure, and every row below it does."""
    figures = [any(letter.isdigit() for letter in "".join(row)) for row in rows]
    return len(rows) > 1 and not figures[0] and all(figures[1:])


def columns(rows: list[list[str]]) -> list[float]:
    """The share of the width that each column of a table gets, by the longest words and the length of what stands in it."""
    count = max(map(len, rows))
    lengths = [[len(row[n]) for row in rows if n < len(row)] for n in range(count)]
    needs = [max(min(max(column), 12), (sum(column) / len(column)) ** 0.8) + 2 for column in lengths]
    return [need / sum(needs) for need in needs]
