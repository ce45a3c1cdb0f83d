"""The doorbell: Celery, its broker, and the relay that rings for what the store owes."""
