"""The address that a trainer reads out to the room."""

import socket

import pytest

from assistant.ui.network import addresses


def test_a_lab_whose_network_leads_nowhere_else_is_told_its_address_all_the_same(monkeypatch):
    def nowhere(*_):
        raise OSError("Network is unreachable")

    monkeypatch.setattr(socket.socket, "connect", nowhere)
    monkeypatch.setattr(socket, "gethostbyname_ex", lambda name: (name, [], ["127.0.1.1", "192.168.4.2"]))
    assert addresses("0.0.0.0") == ["127.0.0.1", "192.168.4.2"]


@pytest.mark.parametrize("host", ["127.0.0.1", "192.168.4.2"])
def test_one_address_that_was_asked_for_is_the_only_one(host):
    assert addresses(host) == [host]
