"""The short code of an edition: eight signs that cannot be taken for others, however they are typed."""

import secrets

from portal.thai.digits import to_arabic

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ALIKE = str.maketrans("OIL", "011")
HALF = 4


def new_code() -> str:
    """A code that nobody can guess: K7QM-2X4D."""
    return _with_dash("".join(secrets.choice(ALPHABET) for _ in range(2 * HALF)))


def read_code(typed: str) -> str:
    """The code that a person typed, in any case, with or without dashes, in Thai digits, with O for 0."""
    signs = to_arabic(typed).upper().translate(ALIKE)
    return _with_dash("".join(sign for sign in signs if sign in ALPHABET)[: 2 * HALF])


def _with_dash(signs):
    return f"{signs[:HALF]}-{signs[HALF:]}"
