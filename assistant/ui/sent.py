"""What a browser sends, read no further than it may be long: whoever sends more fills no memory."""

from urllib.parse import parse_qs

from fastapi import Request

MOST_FORM = 20_000


async def bounded(request: Request, most: int) -> bytes:
    """What was sent; of more than `most` bytes only the beginning, and it is longer than `most` by then."""
    raw = b""
    async for piece in request.stream():
        raw += piece
        if len(raw) > most:
            break
    return raw


async def fields_of(request: Request) -> dict[str, str] | None:
    """The fields of a page's form; None for what no page of ours sends: too much, or no text."""
    raw = await bounded(request, MOST_FORM)
    if len(raw) > MOST_FORM:
        return None
    try:
        sent = parse_qs(raw.decode(), keep_blank_values=True, max_num_fields=30)
    except ValueError:
        return None
    return {name: values[-1] for name, values in sent.items()}
