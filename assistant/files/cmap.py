"""Which letters a TrueType font has, out of the table that says so (cmap, format 4): a missing one would print as a box, unsaid."""

import struct


def code_points(font: bytes) -> frozenset[int]:
    """The code points below U+10000 that have a glyph."""
    table = _table(font, b"cmap")
    for n in range(struct.unpack_from(">H", font, table + 2)[0]):
        at = table + struct.unpack_from(">I", font, table + 8 + 8 * n)[0]
        if struct.unpack_from(">H", font, at)[0] == 4:
            return frozenset(_segments(font, at))
    return frozenset()


def _table(font: bytes, tag: bytes) -> int:
    """Where a table begins."""
    for n in range(struct.unpack_from(">H", font, 4)[0]):
        name, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * n)
        if name == tag:
            return int(offset)
    raise ValueError(tag)


def _segments(font: bytes, at: int) -> list[int]:
    """The code points of all segments: four arrays of ends, starts, deltas and offsets into the glyph ids behind them."""
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{count}H", font, at + place)
        for place in (14, 16 + 2 * count, 16 + 4 * count, 16 + 6 * count)
    )
    found = []
    for n in range(count):
        place = at + 16 + 6 * count + 2 * n + offsets[n]  # an offset counts from where it stands itself
        for code in range(starts[n], ends[n] + 1):
            glyph = code
            if offsets[n]:
                glyph = struct.unpack_from(">H", font, place + 2 * (code - starts[n]))[0]
            if glyph and (glyph + deltas[n]) & 0xFFFF and code != 0xFFFF:
                found.append(code)
    return found
