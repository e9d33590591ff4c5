"""Receivers verify with the algorithm of Standard Webhooks, written here anew from its text."""

import base64
import hashlib
import hmac

from leads.webhooks.signing import new_id, new_secret, sign

VECTOR = {
    "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    "message_id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "timestamp": 1614265330,
    "body": b'{"test": 2432232314}',
}


def verify(secret: str, headers: dict[str, str], body: bytes) -> bool:
    """What a receiver does: the key is the secret after its prefix, any of the signatures may fit."""
    key = base64.b64decode(secret.split("_", 1)[1])
    content = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    expected = base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()
    candidates = [entry.split(",", 1) for entry in headers["webhook-signature"].split(" ")]
    return any(version == "v1" and hmac.compare_digest(value, expected) for version, value in candidates)


def test_the_published_example_is_signed_as_published():
    assert sign(**VECTOR) == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_signature_fits_its_own_body_and_no_other():
    secret, body = new_secret(), '{"é":1}'.encode()
    headers = {
        "webhook-id": "msg_1",
        "webhook-timestamp": "1700000000",
        "webhook-signature": sign(secret, "msg_1", 1700000000, body),
    }
    assert verify(secret, headers, body)
    assert not verify(secret, headers, body + b" ")
    assert not verify(new_secret(), headers, body)
    assert not verify(secret, headers | {"webhook-timestamp": "1700000001"}, body)


def test_a_secret_is_long_and_drawn_anew():
    first, second = new_secret(), new_secret()
    assert first != second
    assert len(base64.b64decode(first.removeprefix("whsec_"), validate=True)) == 32


def test_ids_hold_no_full_stop_which_separates_what_is_signed():
    assert "." not in new_id()
    assert new_id() != new_id()
