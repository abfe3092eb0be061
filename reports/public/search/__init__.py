"""The one search box of the site."""
