"""The roadmap: what is aimed at, what runs, who can carry it, and the plan that follows."""
