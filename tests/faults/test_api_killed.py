"""What becomes of articles when the API dies while they are posted."""

import uuid
from collections.abc import Iterator
from threading import Thread

from tests.faults.conftest import POSTED, House, wait_for

from dateline.model.article import State

POSTS = [{"text": "nap 0", "external_id": uuid.uuid4().hex, **POSTED} for _ in range(300)]


def test_a_bulk_post_cut_off_in_the_middle_and_sent_again_is_taken_in_once(house: House) -> None:
    house.start_api()
    house.start_worker()

    def posts() -> Iterator[dict[str, object]]:
        yield from POSTS[:250]
        wait_for(lambda: house.count("articles") >= 200)
        house.kill(house.api)
        yield from POSTS[250:]

    cut_off: list[list[object]] = []
    client = Thread(target=lambda: cut_off.append(house.send(posts())))
    client.start()
    client.join()
    before = house.count("articles")
    house.start_api()
    answers = house.send(POSTS)
    ids = [answer["article"]["id"] for answer in answers]
    house.settle(ids)

    assert cut_off == [[]]
    assert 200 <= before < 300
    assert [answer["outcome"] for answer in answers].count("known") == before
    assert house.count("articles") == len(set(ids)) == 300
    assert house.states(ids) == {State.DONE: 300}
    assert house.timeline() == 3 * 300
