"""Templates in the spelling of a centre's country; loaded only where a centre has one."""

import re
from collections.abc import Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from playbook.brand import TEMPLATES
from playbook.spelling import Spelling

_BEFORE_OR_IN_A_TAG = re.compile(r"\A[^<>]*>|<[^<>]*(?:>|\Z)")


class SpelledTemplates(Extension):
    """Respells what a template of ours says by itself, and nothing that is put into it."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the tokens of a template. A text inside an expression counts where it has a space in it."""
        spelling: Spelling = self.environment.spelling  # type: ignore[attr-defined]  # make_environment has put it there
        name = stream.name or ""
        html, own = name.endswith(".html.jinja"), name.startswith(f"brand/{TEMPLATES}/")
        for token in stream:
            if own:
                yield token
            elif token.type == "data":
                text = (
                    _outside_tags(spelling, token.value) if html else spelling.respell(token.value)
                )
                yield Token(token.lineno, token.type, text)
            elif token.type == "string" and " " in token.value:
                yield Token(token.lineno, token.type, spelling.respell(token.value))
            else:
                yield token


def _outside_tags(spelling: Spelling, html: str) -> str:
    """Return a piece of an HTML template, which an expression may have cut off in the middle of a tag."""
    at, parts = 0, []
    for tag in _BEFORE_OR_IN_A_TAG.finditer(html):
        parts += [spelling.respell(html[at : tag.start()]), tag[0]]
        at = tag.end()
    return "".join([*parts, spelling.respell(html[at:])])
