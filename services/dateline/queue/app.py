"""The Celery app: how a message travels, and what it is called."""

from urllib.parse import urlsplit

from celery import Celery

from dateline.model.errors import SettingsError
from dateline.settings import Settings
from dateline.store.lanes import LANES, LIVE, Lane

KEYS = "dateline:"

# A message that its worker did not finish is shown to another one after this many seconds. It
# only repeats the bell: the lease in the store decides who works on what.
VISIBILITY_TIMEOUT = 300

# A message is a bell and holds nothing: no results, no retries of Celery's own, late goodbyes.
TRAVEL = {
    "task_serializer": "json",
    "accept_content": ["json"],
    "task_ignore_result": True,
    "task_queues": {lane.name: {"routing_key": lane.name} for lane in LANES},
    "task_default_queue": LIVE.name,
    "task_create_missing_queues": False,
    "task_acks_late": True,
    "task_reject_on_worker_lost": True,
    "task_publish_retry": False,
    # Sending events costs 57 to 100 % more CPU a task; state is read from the store.
    "worker_send_task_events": False,
    "worker_prefetch_multiplier": 1,
    "worker_max_tasks_per_child": 2_000,
    "worker_max_memory_per_child": 600_000,
    # A lost process sends no late result: the store knows what became of its articles.
    "worker_lost_wait": 0.1,
    "worker_cancel_long_running_tasks_on_connection_loss": False,
    "worker_enable_remote_control": False,
    "worker_redirect_stdouts": False,
    "broker_connection_retry_on_startup": True,
    "broker_connection_max_retries": None,
    "broker_transport_options": {
        "visibility_timeout": VISIBILITY_TIMEOUT,
        "global_keyprefix": KEYS,
        # By name: whoever listens to both lanes takes the message of a job only where no live
        # article waits.
        "queue_order_strategy": "sorted",
        "unacked_restore_interval": 5,
        "unacked_restore_throttle": 1,
        "unacked_restore_limit": 1000,
        "socket_timeout": 10,
        "socket_connect_timeout": 2,
        "socket_keepalive": True,
        "health_check_interval": 10,
    },
}


def connected(settings: Settings) -> Celery:
    """The app on the broker of these settings."""
    app = Celery("dateline", set_as_current=False)
    app.conf.update(
        TRAVEL,
        broker_url=_kombu_url(settings.redis_url),
        worker_concurrency=settings.concurrency,
        worker_soft_shutdown_timeout=settings.drain,
        worker_enable_soft_shutdown_on_idle=True,
    )
    return app


def task(lane: Lane) -> str:
    """What the message of a lane has a worker do."""
    return f"dateline.{lane.name}"


def _kombu_url(redis_url: str | None) -> str:
    """The broker's address in kombu's words, which have their own name for unix sockets."""
    if redis_url is None:
        raise SettingsError("REDIS_URL is not set; only `dateline run` starts a broker of its own")
    parts = urlsplit(redis_url)
    if parts.scheme != "unix":
        return redis_url
    return f"redis+socket://{parts.path}"
