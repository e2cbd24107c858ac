"""Files from and to other people: contributions of scores, and peer packs made of many."""
