"""A TCP proxy on loopback whose line can be cut."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_PIECE = 65_536


class Proxy:
    """Passes everything on to a port of this machine until it is cut.

    While cut it is silent: open connections stay open and say nothing, as when a network is
    gone, and new ones are taken and never answered.
    """

    def __init__(self, target: int) -> None:
        self._target = target
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._whole = threading.Event()
        self._whole.set()
        self._sockets: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def cut(self) -> None:
        """Nothing comes through any more, in either direction."""
        self._whole.clear()

    def mend(self) -> None:
        """New connections come through; those of before the cut are dead."""
        for each in self._sockets:
            _end(each)
        self._sockets.clear()
        self._whole.set()

    def close(self) -> None:
        """End all connections."""
        _end(self._listener)
        self.mend()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self._sockets.append(client)
            if self._whole.is_set():
                self._join(client)

    def _join(self, client: socket.socket) -> None:
        try:
            server = socket.create_connection(("127.0.0.1", self._target), timeout=5)
        except OSError:
            _end(client)
            return
        server.settimeout(None)
        self._sockets.append(server)
        for source, sink in ((client, server), (server, client)):
            threading.Thread(target=self._pump, args=(source, sink), daemon=True).start()

    def _pump(self, source: socket.socket, sink: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(_PIECE):
                if not self._whole.is_set():
                    return  # lost on the way
                sink.sendall(data)
            _end(sink)


def _end(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
    connection.close()


@contextmanager
def proxy_to(port: int) -> Iterator[Proxy]:
    """A proxy in front of a port, closed with the block."""
    proxy = Proxy(port)
    try:
        yield proxy
    finally:
        proxy.close()
