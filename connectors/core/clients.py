"""Where a request comes from."""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any

_FORWARDING = (b"x-forwarded-for", b"forwarded")
_IPV6_NETWORK = 64


@dataclass(frozen=True)
class Client:
    """``address`` is the peer's, or what a trusted proxy says (the server has resolved that).

    ``is_forwarded``: a proxy has passed the request on, trusted or not.
    """

    address: str | None = None
    is_forwarded: bool = False

    @property
    def network(self) -> str | None:
        """What is counted as one: an IPv4 address, or the /64 that one IPv6 customer gets.

        None for loopback: whatever comes from there is passed on by a process of this machine
        (a proxy that was not declared), and would be everybody.
        """
        ip = self._ip
        if ip is None or ip.is_loopback:
            return None
        if isinstance(ip, IPv6Address):
            return f"{IPv6Address(int(ip) >> _IPV6_NETWORK << _IPV6_NETWORK)}/{_IPV6_NETWORK}"
        return str(ip)

    @property
    def is_exempt(self) -> bool:
        """A process of this machine itself, such as a benchmark: nobody it could crowd out."""
        return self._ip is not None and self._ip.is_loopback and not self.is_forwarded

    @property
    def _ip(self) -> IPv4Address | IPv6Address | None:
        try:
            ip = ip_address(self.address or "")
        except ValueError:
            return None
        return (ip.ipv4_mapped or ip) if isinstance(ip, IPv6Address) else ip


def client_of(scope: Any) -> Client:
    """The client of an ASGI connection."""
    peer = scope.get("client")
    forwarded = any(name in _FORWARDING for name, _ in scope.get("headers", ()))
    return Client(peer[0] if peer else None, forwarded)
