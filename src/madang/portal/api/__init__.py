"""The API door: operations for acts made from the registry, reads beside them (OpenAPI 3.1)."""
