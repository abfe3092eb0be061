"""The short code of an edition: eight characters that cannot be mistaken for others, however they are typed."""

import secrets

from portal.thai.digits import to_arabic

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ALIKE = str.maketrans("OIL", "011")
HALF = 4


def new_code() -> str:
    """Return a code that nobody can guess: K7QM-2X4D."""
    return _with_dash("".join(secrets.choice(ALPHABET) for _ in range(2 * HALF)))


def read_code(typed: str) -> str:
    """Return the code that was typed in any case, with or without dashes, in Thai digits, with O for 0."""
    characters = to_arabic(typed).upper().translate(ALIKE)
    return _with_dash("".join(each for each in characters if each in ALPHABET)[: 2 * HALF])


def _with_dash(characters):
    return f"{characters[:HALF]}-{characters[HALF:]}"
