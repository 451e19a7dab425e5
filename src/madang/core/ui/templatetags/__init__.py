"""The one tag library, ``ui``, which every template has without loading it."""
