"""The bodies that the library sends: forms, with files where there are any."""

import json
from email.parser import BytesParser
from typing import Any
from urllib.parse import parse_qsl

_FILES = ("document", "photo")
_REFERENCE = "attach://"


def read_form(kind: str, body: bytes) -> dict[str, Any]:
    """The fields; a file under its field, with its name as ``filename``."""
    if kind.startswith("application/json"):
        return dict(json.loads(body))
    if not kind.startswith("multipart/form-data"):
        return dict(parse_qsl(body.decode(), keep_blank_values=True))
    message = BytesParser().parsebytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body)
    fields: dict[str, Any] = {}
    uploads: dict[str, tuple[bytes, str]] = {}
    for part in message.get_payload():
        name = str(part.get_param("name", header="content-disposition"))
        content = part.get_payload(decode=True)
        if part.get_filename():
            uploads[name] = (content, part.get_filename())
        else:
            fields[name] = content.decode()
    for name in _FILES:
        # A file comes under its field's name, or under another that the field refers to.
        given = str(fields.get(name, "")).removeprefix(_REFERENCE) or name
        if given in uploads:
            fields[name], fields["filename"] = uploads[given]
    return fields
