"""The local authority: what it signs is trusted by who trusts it, and served over TLS."""

from __future__ import annotations

import socket
import ssl
from pathlib import Path

import pytest
from cryptography import x509

from donghanh.cli.authority import AUTHORITY_FILE, certify, names_in
from donghanh.cli.faults import BadInput
from tests.running.product import Product, free_port, until

NAMES = ["may-chu.local", "127.0.0.1"]


def _reached(context: ssl.SSLContext, port: int, name: str) -> str | None:
    """Return the version of TLS that the server speaks, None while nobody listens."""
    try:
        with (
            socket.create_connection(("127.0.0.1", port), timeout=5) as line,
            context.wrap_socket(line, server_hostname=name) as secure,
        ):
            return secure.version()
    except ConnectionError:
        return None


def test_a_certificate_names_hosts_and_addresses(tmp_path: Path) -> None:
    certify(NAMES, tmp_path)
    assert names_in(tmp_path / "server.pem") == NAMES


def test_the_authority_stays_when_a_name_is_added(tmp_path: Path) -> None:
    certify(NAMES, tmp_path)
    trusted = (tmp_path / AUTHORITY_FILE).read_bytes()
    certify([*NAMES, "192.168.1.10"], tmp_path)
    assert (tmp_path / AUTHORITY_FILE).read_bytes() == trusted
    signed = x509.load_pem_x509_certificate((tmp_path / "server.pem").read_bytes())
    signed.verify_directly_issued_by(x509.load_pem_x509_certificate(trusted))


def test_private_keys_are_readable_by_their_owner_only(tmp_path: Path) -> None:
    certify(NAMES, tmp_path)
    for key in ("server-key.pem", "donghanh-ca-key.pem"):
        assert (tmp_path / key).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["bad name", "-x.local", "a..b", "*", "x" * 64, "máy-chủ"])
def test_a_name_that_no_host_has_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput, match="không dùng được"):
        certify([name], tmp_path)
    assert not list(tmp_path.iterdir())


def test_the_web_is_served_over_tls_to_those_who_trust_us(product: Product) -> None:
    folder, port = product.home / "certificates", free_port()
    certify(NAMES, folder)
    files = ["--certificate", str(folder / "server.pem"), "--key", str(folder / "server-key.pem")]
    web = product.start("web", "--port", str(port), *files)
    trusting = ssl.create_default_context(cafile=folder / AUTHORITY_FILE)
    assert until(lambda: _reached(trusting, port, "may-chu.local") == "TLSv1.3")
    with pytest.raises(ssl.SSLCertVerificationError):
        _reached(trusting, port, "other.local")
    web.terminate()
    web.wait(20)
