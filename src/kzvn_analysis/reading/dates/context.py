"""What time expressions are resolved against: the publication and the dates told before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from ..model import DateMention, Sentence, Span
from .publication import Publication


@dataclass(slots=True)
class Context:
    """The text, its publication, and the mentions of the sentences already resolved."""

    text: str
    publication: Publication
    sentences: Sequence[Sentence]
    done: list[tuple[int, DateMention]] = field(default_factory=list)


@dataclass(slots=True)
class Place:
    """Where an expression stands: its sentence, and the mentions before it in that sentence."""

    context: Context
    index: int
    before: Sequence[DateMention]

    @property
    def sentence(self) -> Sentence:
        return self.context.sentences[self.index]

    def backwards(self, sentences: int) -> Iterator[DateMention]:
        """Dates told before, nearest first: of this sentence, then of so many more in the same section."""
        yield from reversed(self.before)
        section = self.sentence.section
        for where, mention in reversed(self.context.done):
            if self.index - where > sentences or self.context.sentences[where].section != section:
                return
            yield mention

    def event(self, fits: Callable[[DateMention], bool], sentences: int = 2) -> DateMention | None:
        """The nearest date told before that dates an event and `fits`."""
        for mention in self.backwards(sentences):
            if (
                mention.kind == "date"
                and mention.edtf
                and not mention.comparison
                and mention.of == "clause"
                and fits(mention)
            ):
                return mention
        return None


def span_of(mention: DateMention) -> Span:
    """The mention's place, to anchor another to."""
    return Span(mention.start, mention.end)
