"""What the words of the field mean: plain Python on immutable values, no I/O."""
