"""The results of matching a row: values, a record, questions, refusals."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Refusal:
    """What is wrong in a column of a row, or in the whole row where `key` is empty, with the remedy."""

    key: str
    sentence: str


@dataclass(frozen=True)
class Question:
    """A question with its choices (value and words), its answer if there is one, and its row."""

    key: str
    sentence: str
    choices: list[tuple[str, str]]
    answer: str = ""
    row: int = 0


@dataclass
class Match:
    """A row with the values of model fields, and its record or the reasons why there is none."""

    values: dict[str, object]
    questions: list[Question] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    record: object = None
    is_skipped: bool = False


def ask(key, sentence, choices, answers):
    """Return a question with its answer, if that is one of the choices."""
    answer = answers.get(key, "")
    return Question(key, sentence, choices, answer if answer in dict(choices) else "")
