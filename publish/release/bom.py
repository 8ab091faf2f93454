"""The bill of materials of a release, as CycloneDX: what the site carries, and what it was built with."""

import base64
import uuid
from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component as Entry
from cyclonedx.model.component import ComponentScope, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from macros.components import (
    PACKAGE_LOCK,
    REQUIREMENTS,
    Component,
    Locked,
    find_locked,
    read_components,
    read_npm_packages,
    read_requirements,
)
from macros.release import Release

NAME = "closing-playbook"
_SHA512 = "sha512-"
"""How npm begins the hash of an archive; base64 follows."""


def write_bom(release: Release, built_for: date, root: Path = Path()) -> str:
    """Return the bill of materials as JSON; the same sources give the same bytes.

    What the site carries has the scope 'required', and what only builds and tests it has 'excluded'.
    """
    components = read_components()
    entries = {id: _describe_component(each, root) for id, each in components.items()}
    bom = Bom(
        serial_number=uuid.uuid5(uuid.NAMESPACE_URL, f"{NAME}@{release.number}"),
        components=[*entries.values(), *_describe_tools(components.values(), root)],
    )
    own = Entry(
        name=NAME,
        version=release.number,
        type=ComponentType.APPLICATION,
        bom_ref=NAME,
        licenses=[LicenseFactory().make_from_string("MIT AND CC-BY-4.0")],
    )
    bom.metadata.component = own
    bom.metadata.timestamp = datetime.combine(built_for, time(), UTC)
    outer = [entry for id, entry in entries.items() if not components[id].inside]
    bom.register_dependency(own, outer)
    for id, entry in entries.items():
        within = [entries[other] for other, each in components.items() if each.inside == id]
        bom.register_dependency(entry, within)
    return str(JsonV1Dot6(bom).output_as_string(indent=2)) + "\n"


def _describe_component(component: Component, root: Path) -> Entry:
    locked = find_locked(component, root)
    kind = "pypi" if component.pip else "npm" if component.npm else ""
    entry = _describe(kind, component.pip or component.npm or component.name, locked)
    entry.bom_ref.value = component.id
    entry.scope = ComponentScope.REQUIRED
    entry.description = component.what
    entry.licenses = [LicenseFactory().make_from_string(component.licence)]
    home = ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(component.home))
    entry.external_references = [home]
    return entry


def _describe_tools(shipped: Collection[Component], root: Path) -> Iterator[Entry]:
    """Yield every other package of the lock files."""
    for kind, packages, there in (
        ("pypi", read_requirements(root / REQUIREMENTS), {each.pip for each in shipped}),
        ("npm", read_npm_packages(root / PACKAGE_LOCK), {each.npm for each in shipped}),
    ):
        for name, locked in packages.items():
            if name not in there:
                entry = _describe(kind, name, locked)
                entry.bom_ref.value = f"{kind}:{name}"
                entry.scope = ComponentScope.EXCLUDED
                yield entry


def _describe(kind: str, name: str, locked: Locked) -> Entry:
    group, _, short = name.rpartition("/") if kind == "npm" else ("", "", name)
    return Entry(
        name=name,
        version=locked.version or None,
        type=ComponentType.LIBRARY,
        purl=PackageURL(kind, group, short, locked.version) if kind else None,
        hashes=[*_read_hashes(locked)],
    )


def _read_hashes(locked: Locked) -> Iterator[HashType]:
    """Yield npm's hash of an archive; pip's lock has one for each of several archives, which name no one file."""
    for each in locked.hashes:
        if each.startswith(_SHA512):
            content = base64.b64decode(each.removeprefix(_SHA512)).hex()
            yield HashType(alg=HashAlgorithm.SHA_512, content=content)
