"""Charts: worded figures in, drawings on any `Surface` out; the same on screen and on paper."""
