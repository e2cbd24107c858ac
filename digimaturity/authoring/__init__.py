"""Tools for authors of packs: a pack to start from, paper to print, editing in a spreadsheet."""
