"""The server that the tests themselves run on."""

import socket

import pytest


def test_a_connection_that_leaves_the_machine_is_refused() -> None:
    with socket.socket() as knock, pytest.raises(RuntimeError, match="never leave this machine"):
        knock.connect(("192.0.2.1", 80))
