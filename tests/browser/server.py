"""A quiet local server for built sites, each below a prefix, with the site's 404 page as real hosts serve it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    mounts: Mapping[str, Path]


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # one connection for many files
    server: _Server

    def translate_path(self, path: str) -> str:
        folder, rest = self._mount(unquote(urlsplit(path).path))
        parts = [part for part in rest.split("/") if part not in ("", ".", "..")]
        return str(folder.joinpath(*parts)) + ("/" if path.endswith("/") else "")

    def _mount(self, path: str) -> tuple[Path, str]:
        prefix = max((p for p in self.server.mounts if path.startswith(p)), key=len, default="")
        return (self.server.mounts[prefix], path[len(prefix) :]) if prefix else (Path("/nowhere"), path)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        folder, _ = self._mount(unquote(urlsplit(self.path).path))
        page = folder / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serve(mounts: Mapping[str, Path]) -> Iterator[str]:
    """Serve each folder below its prefix (`/`, `/repo/`) and give the server's address, without slash at the end."""
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.mounts = mounts
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
