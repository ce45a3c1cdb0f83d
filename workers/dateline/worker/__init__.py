"""The worker: takes articles from the queue, reads them, writes down what was read."""
