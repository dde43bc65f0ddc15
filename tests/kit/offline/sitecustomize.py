"""Refuses every use of the network that leaves this machine, in this process.

`tests/kit/network.py` runs it in the process of the tests, and puts this folder on PYTHONPATH, where every Python that
a test starts finds it under the one name that Python imports by itself. Loopback and Unix sockets stay open. The hook
sees the calls of extension modules too, and cannot be taken out again.
"""

from __future__ import annotations

import ipaddress
import sys
from typing import Any


class NetworkUse(RuntimeError):
    """A test, or what it runs, asked for something outside this machine."""


def is_local(host: object) -> bool:
    """Whether a host, as given to a socket, can only be this machine."""
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host is None or host in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False


def refuse_network(event: str, args: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = args[1]
        if isinstance(address, tuple) and not is_local(address[0]):
            raise NetworkUse(f"{event} to {address[0]}: tests use no network")
    elif event in ("socket.getaddrinfo", "socket.gethostbyname") and not is_local(args[0]):
        raise NetworkUse(f"{event} of {args[0]}: tests use no network")


sys.addaudithook(refuse_network)
