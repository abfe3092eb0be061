"""What matching says of a row: its values and record, what a person must answer, what is refused."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Refusal:
    """What is wrong in a column of a row, and how to mend it; without a key it is the whole row."""

    key: str
    sentence: str


@dataclass(frozen=True)
class Question:
    """A question with its choices (value and words), the answer once a person gave one, and the row that raised it."""

    key: str
    sentence: str
    choices: list[tuple[str, str]]
    answer: str = ""
    row: int = 0


@dataclass
class Match:
    """A row of which every name is known: the values of model fields, and the record or what stands against it."""

    values: dict[str, object]
    questions: list[Question] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    record: object = None
    is_skipped: bool = False

    @property
    def is_waiting(self):
        return any(not question.answer for question in self.questions)


def ask(key, sentence, choices, answers):
    """The question with the answer that was given to it, if that is one of its choices."""
    given = answers.get(key, "")
    return Question(key, sentence, choices, given if given in dict(choices) else "")
