"""Where other computers of a lab find this one."""

import socket
from contextlib import suppress


def addresses(host: str) -> list[str]:
    """Where browsers find the server: the host itself, and for all interfaces this machine's address on the LAN as well."""
    if host not in ("0.0.0.0", "::"):  # noqa: S104 the question is whether it is that one
        return [host]
    own: list[str] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, suppress(OSError):
        probe.connect(("192.0.2.1", 9))  # nothing is sent: the kernel only says which address it would use
        own.append(probe.getsockname()[0])
    with suppress(OSError):  # a lab's network may lead nowhere else: then the computer's own name has its addresses
        own += socket.gethostbyname_ex(socket.gethostname())[2]
    return list(dict.fromkeys(["127.0.0.1", *(address for address in own if not address.startswith("127."))]))
