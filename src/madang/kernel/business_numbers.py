"""Korean business registration numbers (사업자등록번호): ten figures, the last of which checks the others."""

from madang.kernel.korean import plain_digits

_WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)


def business_number(text: str) -> str | None:
    """Return the ten figures of a number however it was written; None when it is none.

    >>> business_number("１２３-４５ 67891"), business_number("123-45-67892"), business_number("12-34")
    ('1234567891', None, None)
    """
    figures = "".join(
        letter for letter in plain_digits(text) if not letter.isspace() and letter not in "-‐–—·."
    )
    if len(figures) != 10 or not (figures.isascii() and figures.isdigit()):
        return None
    total = sum(int(figure) * weight for figure, weight in zip(figures, _WEIGHTS, strict=False))
    total += int(figures[8]) * 5 // 10
    return figures if (10 - total % 10) % 10 == int(figures[9]) else None


def written(figures: str) -> str:
    """Return a number as people write it.

    >>> written("1234567891")
    '123-45-67891'
    """
    return f"{figures[:3]}-{figures[3:5]}-{figures[5:]}"
