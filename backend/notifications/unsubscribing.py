"""Links by which people turn optional notices off, without logging in."""

import hashlib

from itsdangerous import BadSignature, URLSafeSerializer

_PATH = "/api/notifications/unsubscribe/"


def digest(address: str) -> str:
    """What is kept of an e-mail address: 64 hex digits, the same however it is capitalised."""
    return hashlib.sha256(address.strip().lower().encode()).hexdigest()


class UnsubscribeLinks:
    """Signed links below `public_url`; the address is in them only as its digest."""

    def __init__(self, secret: str, public_url: str) -> None:
        if not secret:
            raise ValueError("links without a secret could be made by anyone")
        self._signer = URLSafeSerializer(
            secret, salt="unsubscribe", signer_kwargs={"digest_method": hashlib.sha256}
        )
        self._public_url = public_url.rstrip("/")

    def link(self, address: str) -> str:
        """The link for an address."""
        return f"{self._public_url}{_PATH}{self._signer.dumps(digest(address))}"

    def address_in(self, token: str) -> str | None:
        """The digest of the address a token was made for, or None when it is not ours."""
        try:
            found = self._signer.loads(token)
        except BadSignature:
            return None
        return found if isinstance(found, str) else None
