"""What a worker takes from which queue."""

import pytest

from dateline.events.extractor import Extractor
from dateline.model.errors import NoModel
from dateline.store.lanes import LANES, LIVE, REPROCESS
from dateline.worker.serving import readable


@pytest.mark.model
def test_a_worker_with_a_model_reads_new_articles_and_old_ones() -> None:
    assert readable(LANES, Extractor.load("auto")) == LANES


def test_a_worker_without_a_model_takes_back_no_events() -> None:
    assert readable(LANES, Extractor(None)) == [LIVE]


def test_a_worker_of_jobs_alone_that_has_no_model_says_so() -> None:
    with pytest.raises(NoModel, match="language model"):
        readable([REPROCESS], Extractor(None))
