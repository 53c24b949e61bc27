"""Pure functions about German and English, used by every other package."""
