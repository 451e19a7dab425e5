"""Changes to the kernel, one at a time, and the tests that are to notice each of them."""
