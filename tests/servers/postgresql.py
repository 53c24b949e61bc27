"""A PostgreSQL server of the tests' own: loopback only, gone with the tests."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ROLE = "frontdoor"
_SETTINGS = (
    "listen_addresses=127.0.0.1",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=120",
)


def postgresql_binaries() -> Path | None:
    """Folder of the newest installed server's programs, or None."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3])
    )
    return found[-1].parent if found else None


def missing_postgresql() -> str | None:
    """Why no server can be started here, or None."""
    if postgresql_binaries() is None:
        return "PostgreSQL is not installed (no /usr/lib/postgresql/*/bin/initdb)"
    if os.geteuid() == 0 and _server_user() is None:
        return "PostgreSQL refuses to run as root and there is no user postgres"
    return None


@contextmanager
def postgresql() -> Iterator[str]:
    """Start a server; yields the SQLAlchemy URL of an empty database."""
    programs = postgresql_binaries()
    assert programs is not None
    folder = Path(tempfile.mkdtemp(prefix="frontdoor-postgresql-"))
    if user := _server_user():
        os.chown(folder, user.pw_uid, user.pw_gid)
    data, port = folder / "data", _free_port()
    options = " ".join(f"-c {setting}" for setting in _SETTINGS)
    try:
        _run(
            [
                *(programs / "initdb", "-D", data, "-U", _ROLE, "--auth=trust"),
                *("--encoding=UTF8", "--locale=C", "--no-sync"),
            ]
        )
        _run(
            [
                *(programs / "pg_ctl", "start", "-w", "-D", data, "-l", folder / "log"),
                *("-o", f"-p {port} -k {folder} {options}"),
            ]
        )
        try:
            yield f"postgresql+psycopg://{_ROLE}@127.0.0.1:{port}/postgres"
        finally:
            _run([programs / "pg_ctl", "stop", "-w", "-m", "immediate", "-D", data])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _server_user() -> pwd.struct_passwd | None:
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return None


def _run(command: list[str | Path]) -> None:
    user = _server_user()
    subprocess.run(
        [str(part) for part in command],
        check=True,
        cwd="/",
        user=user.pw_uid if user else None,
        group=user.pw_gid if user else None,
        extra_groups=[] if user else None,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=60,
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
