"""What a phone's home screen shows of the site."""

import json
import re
from pathlib import Path

from publish.site.home_screen import write_manifest

SITE = Path(__file__).parents[3] / "site"
LOGO = '<a href="." title="{}" class="md-header__button md-logo"></a><link rel="icon" href="assets/brand/icon.png">'


def test_it_has_the_name_of_the_site_and_opens_at_its_first_page() -> None:
    manifest = json.loads((SITE / "manifest.json").read_bytes())
    assert manifest["name"] == "Closing Playbook"
    assert (SITE / manifest["start_url"] / "index.html").is_file()
    [icon] = manifest["icons"]
    assert (SITE / icon["src"]).is_file()
    assert icon["type"] == "image/svg+xml"


def test_each_page_leads_to_it() -> None:
    for page in ("index.html", "tools/timeline/index.html", "embed/timeline/index.html"):
        html = (SITE / page).read_text(encoding="utf-8")
        [address] = re.findall(r'<link rel="manifest" href="([^"]*)"', html)
        assert ((SITE / page).parent / address).resolve() == SITE / "manifest.json"


def test_a_name_is_as_the_centre_wrote_it(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(LOGO.format("Müller &amp; Söhne مهنة"), encoding="utf-8")
    write_manifest(tmp_path)
    manifest = json.loads((tmp_path / "manifest.json").read_bytes())
    assert manifest["name"] == "Müller & Söhne مهنة"
    assert manifest["icons"] == [
        {"src": "assets/brand/icon.png", "sizes": "any", "type": "image/png"}
    ]
