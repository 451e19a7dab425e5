"""Attachments: checked before they are kept, named by their hash, read only by those who may."""
