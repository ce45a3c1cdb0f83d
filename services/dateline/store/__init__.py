"""What is kept: articles and what is owed on them, events, entities."""
