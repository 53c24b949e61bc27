"""Hashing of passwords."""

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import Literal

from argon2 import PasswordHasher

from backend.staff.passwords import Argon2Passwords, quick_passwords


class Counting(PasswordHasher):
    """Takes its time, and knows how many of its hashes were made at once at most."""

    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=8, parallelism=1)
        self.lock, self.now, self.most = Lock(), 0, 0

    def _begin(self) -> None:
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)
        time.sleep(0.02)
        with self.lock:
            self.now -= 1

    def hash(self, password: str | bytes, *, salt: bytes | None = None) -> str:
        self._begin()
        return super().hash(password, salt=salt)

    def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:  # noqa: A002
        self._begin()
        return super().verify(hash, password)


def test_two_hashes_at_once_at_most() -> None:
    hasher = Counting()
    passwords = Argon2Passwords(hasher)
    hashed = passwords.hash("correct horse battery")
    with ThreadPoolExecutor(8) as pool:
        right = [pool.submit(passwords.fits, hashed, "correct horse battery") for _ in range(6)]
        wrong = [pool.submit(passwords.fits, hashed, "something else") for _ in range(6)]
        made = [pool.submit(passwords.hash, "correct horse battery") for _ in range(4)]
    assert all(each.result() for each in right)
    assert not any(each.result() for each in wrong)
    assert len({each.result() for each in made}) == len(made)
    assert hasher.most == 2


def test_nobody_fits_without_a_hash() -> None:
    assert not quick_passwords().fits(None, "a password that nobody has")
