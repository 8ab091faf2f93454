"""Content security policies as a browser takes them: what one in a header forbids that a page's own allows."""

from collections.abc import Iterator, Mapping

LOADED = (
    "script-src",
    "style-src",
    "img-src",
    "font-src",
    "connect-src",
    "worker-src",
    "manifest-src",
)
"""What our pages load, by the name of its directive."""
_INSTEAD = {"worker-src": ("child-src", "script-src")}
"""What holds where a directive isn't there, before `default-src` does."""
_WIDER = {"'wasm-unsafe-eval'": "'unsafe-eval'"}
_HASH = "'sha256-"

type Policy = Mapping[str, tuple[str, ...]]
"""Sources by directive."""


def read_policy(text: str) -> Policy:
    """Return one policy; of a directive that stands twice, the first counts, as in a browser."""
    policy: dict[str, tuple[str, ...]] = {}
    for directive in text.split(";"):
        name, *sources = directive.split() or [""]
        policy.setdefault(name.lower(), tuple(sources))
    return policy


def find_forbidden(header: str, own: str, site: str) -> Iterator[tuple[str, str]]:
    """Yield each directive and source that a page's `own` policy has and a `header` doesn't allow.

    A header may hold several policies with commas between them; each has to allow it. `site` is the site's origin,
    such as https://interviews.example.edu.
    """
    needed = read_policy(own)
    for text in header.split(","):
        policy = read_policy(text)
        for directive in LOADED:
            names = (directive, *_INSTEAD.get(directive, ()), "default-src")
            allowed = next((policy[name] for name in names if name in policy), None)
            if allowed is None:
                continue
            yield from (
                (directive, source)
                for source in needed.get(directive, ())
                if source != "'none'" and not _allows(allowed, source, site)
            )


def _allows(allowed: tuple[str, ...], source: str, site: str) -> bool:
    if source in allowed or _WIDER.get(source) in allowed:
        return True
    if source == "'self'":
        scheme, _, host = site.partition("://")
        return any(each in ("*", f"{scheme}:", host, site) for each in allowed)
    if source.startswith(_HASH):
        strict = any(each.startswith((_HASH, "'nonce-")) for each in allowed)
        return "'unsafe-inline'" in allowed and not strict
    return False
