"""Every screen of the program in every look: pictures of it, and what of it is cut off."""
