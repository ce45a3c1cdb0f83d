"""What only looks like a time in English: names, counts, measures, prices, idioms."""
