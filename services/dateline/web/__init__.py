"""The pages: the timeline and its articles, for people."""
