"""The HTTP API: what programs post to Dateline and ask of it."""
