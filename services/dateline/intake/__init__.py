"""From what was posted to an article: its text, its language, the day it was published."""
