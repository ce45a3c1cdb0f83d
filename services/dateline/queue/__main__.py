"""Run the relay: `python -m dateline.queue`."""

import logging

from dateline import settings
from dateline.queue import relay

if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    relay.serve(settings.load())
