"""The front door's own process."""

import uvicorn

from frontdoor import logs
from frontdoor.app import PARTS, create_app
from frontdoor.secrets import load_secrets
from frontdoor.settings import FrontDoorSettings


def serve_parts(part: str) -> None:
    """Serve ``part`` ("all", or one of PARTS) until stopped. Raises SystemExit for another."""
    if part not in (*PARTS, "all"):
        raise SystemExit(f"unknown part: {part}; one of {', '.join(PARTS)} or all")
    settings = FrontDoorSettings()
    logs.configure()
    app = create_app(settings, load_secrets(settings.data_dir), PARTS if part == "all" else (part,))
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        server_header=False,
        ws_max_size=1_000_000,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=settings.trusted_proxies or None,
        timeout_graceful_shutdown=5,
    )
