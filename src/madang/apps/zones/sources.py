"""Sources as readers see them: the publication behind an address, numbered once for a whole page."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from madang.core.ui.shapes import Source

#: parts of a host name that say how a page is served, not whose it is
_SERVING = ("www.", "m.", "web.", "amp.", "www2.")


def source_of(text: str) -> Source:
    """Return a source: a link named after the publication, or the text where there is no address.

    >>> source_of("https://www.munhwa.com/article/11144799").title
    'munhwa.com'
    """
    if not text.startswith(("http://", "https://")):
        return Source(text)
    host = urlsplit(text).hostname or text
    for part in _SERVING:
        host = host.removeprefix(part)
    return Source(host, text)


@dataclass
class Numbered:
    """The sources of a page in the order of their first mention; each has one number."""

    numbers: dict[str, int] = field(default_factory=dict)

    def of(self, sources: Iterable[str]) -> list[int]:
        """Return the numbers of sources, numbering new ones."""
        return [self.numbers.setdefault(source, len(self.numbers) + 1) for source in sources]

    def marks(self, sources: Iterable[str]) -> SafeString:
        """Return links to the sources at the end of the page: [1] [2]."""
        numbers = self.of(sources)
        label = _("출처")
        return format_html_join(
            " ", '<a class="source-mark" href="#source-{}"><span class="hidden">{} </span>[{}]</a>',
            ((n, label, n) for n in numbers),
        )  # fmt: skip

    @property
    def listed(self) -> list[tuple[int, Source]]:
        """Every source with its number."""
        return [(number, source_of(text)) for text, number in self.numbers.items()]


def confidence_words(confidence: str) -> str:
    """Return how sure a fact is, in words; "" when nobody said."""
    words = {"high": _("신뢰도 높음"), "medium": _("신뢰도 보통"), "low": _("신뢰도 낮음")}
    return words.get(confidence, "")


def backing(confidence: str, marks: SafeString) -> SafeString:
    """Return the small line under a fact: how sure it is, and its sources."""
    return format_html("{} {}", confidence_words(confidence), marks)
