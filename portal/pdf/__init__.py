"""How HTML becomes a PDF that can be kept."""
