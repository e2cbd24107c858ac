"""Charts: worded figures in, matplotlib Figures out; the same on screen and on paper."""
