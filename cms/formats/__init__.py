"""How dates and times are written on the demo site, where Django's own formats differ from local habit."""
