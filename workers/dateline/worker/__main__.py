"""Run the worker: `python -m dateline.worker`."""

from dateline import settings
from dateline.worker import serving

if __name__ == "__main__":
    serving.serve(settings.load())
