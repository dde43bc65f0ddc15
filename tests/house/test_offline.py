"""Tests reach this machine and nothing else, in their own process and in those they start."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

from tests.kit.offline.sitecustomize import is_local

# Documentation addresses (RFC 5737, RFC 3849): nobody answers there, should the ban be broken.
OUTSIDE = [(socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")]


@pytest.mark.parametrize(("family", "address"), OUTSIDE)
def test_a_connection_to_the_outside_is_refused(family: socket.AddressFamily, address: str):
    with socket.socket(family, socket.SOCK_STREAM) as tried:
        tried.settimeout(1)
        with pytest.raises(RuntimeError, match=f"socket.connect to {address}: tests use no network"):
            tried.connect((address, 443))


def test_a_datagram_to_the_outside_is_refused():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as tried:
        with pytest.raises(RuntimeError, match="socket.sendto to 192.0.2.1: tests use no network"):
            tried.sendto(b"x", ("192.0.2.1", 53))


def test_asking_for_a_name_is_refused():
    with pytest.raises(RuntimeError, match="socket.getaddrinfo of example.org: tests use no network"):
        socket.create_connection(("example.org", 443), timeout=1)


def test_a_python_that_a_test_starts_is_held_to_it_too():
    code = "import urllib.request; urllib.request.urlopen('http://192.0.2.1/', timeout=1)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert run.returncode == 1
    assert run.stderr.splitlines()[-1] == (
        "sitecustomize.NetworkUse: socket.getaddrinfo of 192.0.2.1: tests use no network"
    )


def test_loopback_stays_open():
    with socket.create_server(("127.0.0.1", 0)) as server:
        with socket.create_connection(server.getsockname(), timeout=1) as client:
            accepted, _ = server.accept()
            with accepted:
                accepted.sendall(b"here")
            assert client.recv(4) == b"here"


@pytest.mark.parametrize(
    ("host", "local"),
    [
        *((host, True) for host in ("localhost", "127.0.0.1", "127.9.9.9", "::1", "", None, b"127.0.0.1")),
        *(
            (host, False)
            for host in ("example.org", "10.0.0.1", "0.0.0.1", "::2", "127.0.0.1.example.org", b"192.0.2.1")
        ),
    ],
)
def test_only_this_machine_is_local(host: object, local: bool):
    assert is_local(host) is local
