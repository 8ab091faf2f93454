"""Pictures in SVG: shapes, colours and words, and nothing that runs or asks for anything else."""

import re
from collections.abc import Iterator, Mapping
from xml.parsers import expat

from publish.site.styles import find_css_faults

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_QUIET = (
    "http://creativecommons.org/ns#",
    "http://ns.adobe.com/",
    "http://purl.org/dc/",
    "http://sodipodi.sourceforge.net/",
    "http://web.resource.org/cc/",
    "http://www.bohemiancoding.com/sketch/ns",
    "http://www.inkscape.org/namespaces/inkscape",
    "http://www.serif.com/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
)
"""How the names of drawing programs' own notes begin, of which no browser shows or does anything."""
ELEMENTS = frozenset(
    """
    circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite
    feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA
    feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight
    feSpecularLighting feSpotLight feTile feTurbulence filter g image line linearGradient marker mask
    metadata path pattern polygon polyline radialGradient rect stop style svg switch symbol text
    textPath title tspan use view
    """.split()
)
ATTRIBUTES = frozenset(
    """
    alignment-baseline amplitude aria-describedby aria-hidden aria-label aria-labelledby azimuth
    baseFrequency baseProfile baseline-shift bias class clip clip-path clip-rule clipPathUnits color
    color-interpolation color-interpolation-filters contentScriptType contentStyleType cursor cx cy d
    data-name diffuseConstant direction display divisor dominant-baseline dx dy edgeMode elevation
    enable-background exponent fill fill-opacity fill-rule filter filterUnits flood-color flood-opacity
    focusable font-family font-feature-settings font-size font-stretch font-style font-variant
    font-weight fr fx fy gradientTransform gradientUnits height href id image-rendering in in2 intercept
    isolation k1 k2 k3 k4 kernelMatrix kerning lang lengthAdjust letter-spacing lighting-color
    limitingConeAngle line-height marker-end marker-mid marker-start markerHeight markerUnits markerWidth
    mask mask-type maskContentUnits maskUnits media method mix-blend-mode mode numOctaves offset opacity
    order orient overflow paint-order patternContentUnits patternTransform patternUnits pathLength
    pointer-events points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits
    r radius refX refY requiredFeatures result role rotate rx ry scale seed shape-rendering slope
    solid-color solid-opacity space spacing specularConstant specularExponent spreadMethod startOffset
    stdDeviation stitchTiles stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
    stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width style surfaceScale
    systemLanguage tabindex tableValues targetX targetY text-align text-anchor text-decoration
    text-rendering textLength title transform transform-origin type unicode-bidi values vector-effect
    version viewBox visibility white-space width word-spacing writing-mode x x1 x2 xChannelSelector y y1
    y2 yChannelSelector z zoomAndPan
    """.split()
)
"""Those with a namespace, like xlink:href and xml:space, are looked up by their last part."""
_WORDS = frozenset("aria-label class data-name id lang role title".split())
"""Attributes in which a bracket is a bracket and begins no style."""
_INSIDE = re.compile(r"#\S*")
_PICTURE = re.compile(r"#\S*|data:image/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]*")
_EXPORT = "export it as a plain SVG"
_LEAVE_OUT = f"leave it out, or {_EXPORT}"


def find_svg_faults(content: bytes) -> Iterator[tuple[int, str]]:
    """Yield what a picture in SVG may not hold, each with its line in the file, in words."""
    reader = _Reader()
    try:
        reader.read(content)
    except expat.ExpatError as error:
        if not reader.faults:
            yield error.lineno, f"it can't be read; {_EXPORT}"
    except (LookupError, ValueError):  # an encoding that Python's reader of XML doesn't know
        yield 1, f"it is in an encoding that can't be read here; {_EXPORT}, in UTF-8"
    yield from reader.faults


class _Reader:
    """Reads an SVG as XML, up to a DOCTYPE, which a picture has no need of."""

    def __init__(self) -> None:
        self.faults: list[tuple[int, str]] = []
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        self._style: list[str] | None = None
        self._is_first = True
        parser.StartElementHandler = self._start
        parser.CharacterDataHandler = self._text
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.ProcessingInstructionHandler = self._instruct

    def read(self, content: bytes) -> None:
        """Raise ExpatError where it isn't XML, LookupError or ValueError where it names another encoding."""
        self._parser.Parse(content, True)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        namespace, _, tag = name.rpartition(" ")
        if self._is_first and name != f"{_SVG} svg":
            self._stop("it is no SVG picture inside; export it once more")
        self._is_first = False
        if self._style is not None:
            self._note(f"<{tag}> can't stand inside <style>; {_LEAVE_OUT}")
        if namespace.startswith(_QUIET):
            return
        if namespace != _SVG or tag not in ELEMENTS:
            self._note(f"<{tag}> can't stand in a picture; {_LEAVE_OUT}")
            return
        self._style = [] if tag == "style" else self._style
        for key, value in attributes.items():
            self._look_at(tag, key, value)

    def _look_at(self, tag: str, name: str, value: str) -> None:
        namespace, _, key = name.rpartition(" ")
        if namespace.startswith(_QUIET):
            return
        if namespace not in ("", _XLINK, _XML) or (key not in ATTRIBUTES and namespace != _XLINK):
            self._note(f"'{key}' can't stand in a picture; {_LEAVE_OUT}")
        elif key == "href" and not (_PICTURE if tag == "image" else _INSIDE).fullmatch(value):
            self._note(
                f"<{tag}> asks for '{value[:60]}', which isn't inside the picture; {_LEAVE_OUT}"
            )
        elif key not in _WORDS and (key == "style" or "(" in value or "\\" in value):
            self._look_at_style(value)

    def _look_at_style(self, style: str) -> None:
        for _, fault in find_css_faults(style, _INSIDE):
            self._note(fault)

    def _text(self, text: str) -> None:
        if self._style is not None:
            self._style.append(text)

    def _end(self, name: str) -> None:
        if name.rpartition(" ")[2] == "style" and self._style is not None:
            style, self._style = "".join(self._style), None
            self._look_at_style(style)

    def _refuse_doctype(self, *_: object) -> None:
        self._stop("take out the lines of '<!DOCTYPE …>': a picture needs none")

    def _instruct(self, target: str, _: str) -> None:
        self._note(f"take out '<?{target} …?>': a picture needs none")

    def _stop(self, fault: str) -> None:
        """Note this, and read no further: nothing that a DOCTYPE declares is expanded."""
        self._note(fault)
        raise expat.ExpatError

    def _note(self, fault: str) -> None:
        self.faults.append((self._parser.CurrentLineNumber, fault))
