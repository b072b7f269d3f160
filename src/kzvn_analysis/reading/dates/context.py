"""What time expressions are resolved against: the publication and the dates told before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from ..model import DateMention, Sentence, Span
from .publication import Publication

# How many dates of one sentence are looked back on; more stand only in lists.
_REACH = 40


@dataclass(slots=True)
class Context:
    """The text, its publication, and the mentions of the sentences already resolved."""

    text: str
    publication: Publication
    sentences: Sequence[Sentence]
    done: list[tuple[int, DateMention]] = field(default_factory=list)


@dataclass(slots=True)
class Place:
    """Where an expression stands: its sentence, its offset, and the mentions before it in that sentence."""

    context: Context
    index: int
    start: int
    before: Sequence[DateMention]

    @property
    def sentence(self) -> Sentence:
        return self.context.sentences[self.index]

    def backwards(self, sentences: int) -> Iterator[DateMention]:
        """Dates told before, nearest first: of this sentence, then of so many more in the same section."""
        for mention, _ in zip(reversed(self.before), range(_REACH), strict=False):
            yield mention
        section = self.sentence.section
        for where, mention in reversed(self.context.done):
            if self.index - where > sentences or self.context.sentences[where].section != section:
                return
            yield mention

    def event(self, fits: Callable[[DateMention], bool], sentences: int = 2) -> DateMention | None:
        """The nearest date told before that `fits`; one in brackets only for want of another."""
        aside = None
        for mention in self.backwards(sentences):
            if mention.kind != "date" or not mention.edtf or mention.comparison or mention.of == "object":
                continue
            if fits(mention):
                if not self._is_aside(mention):
                    return mention
                aside = aside or mention
        return aside

    def _is_aside(self, mention: DateMention) -> bool:
        """Whether the mention stands in brackets that close before the expression."""
        if mention.start < self.sentence.start:
            return False
        between = self.context.text[mention.end : min(self.start, mention.end + 400)]
        closing = between.find(")")
        return closing >= 0 and "(" not in between[:closing]


def span_of(mention: DateMention) -> Span:
    """The mention's place, to anchor another to."""
    return Span(mention.start, mention.end)
