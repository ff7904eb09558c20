"""Where things stand on the screen: pure arithmetic, no widgets."""
