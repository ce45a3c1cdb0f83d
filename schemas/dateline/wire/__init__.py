"""The contract in Pydantic: what programs post, what they may ask, what they are answered."""
