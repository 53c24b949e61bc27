"""The action server: one module a service, each speaking to the backend's API."""
