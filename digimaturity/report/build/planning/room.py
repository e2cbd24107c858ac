"""How much room a chart has on a page below its heading; a longer one goes on in another."""

#: The width of the type area, and what heading and note leave of its height (points).
WIDTH, ROOM = 453.0, 560.0
