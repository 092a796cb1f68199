"""Pieces that several screens show, as HTML made from what the assistant knows. Every text goes through `html.escape`."""
