"""What words mean to the event rules: lists of our own, and one derived from WordNet."""
