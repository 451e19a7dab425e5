"""Firms: what a firm enters about itself once – data, certificates, reports – and every later form starts from."""
