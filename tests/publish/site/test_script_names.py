from pathlib import Path

from publish.site.script_names import lead, name_modules, name_style_sheets, use_names


def write_scripts(folder: Path, leaf: str) -> Path:
    folder.mkdir()
    (folder / "element.js").write_text("import { a } from './form.js'\na()\n")
    (folder / "form.js").write_text("import { b } from './leaf.js'\nexport const a = b\n")
    (folder / "leaf.js").write_text(leaf)
    (folder / "tool.css").write_text("p {}")
    return folder


def test_a_change_deep_down_gives_everything_above_it_a_new_name(tmp_path: Path) -> None:
    before = name_modules(write_scripts(tmp_path / "before", "export const b = 1\n"))
    after = name_modules(write_scripts(tmp_path / "after", "export const b = 2\n"))
    assert list(before) == ["leaf.js", "form.js", "element.js"]
    assert all(before[name] != after[name] for name in before)


def test_scripts_import_each_other_by_their_new_names(tmp_path: Path) -> None:
    names = name_modules(write_scripts(tmp_path / "tool", "export const b = 1\n"))
    # printf 'export const b = 1\\n' | sha256sum
    assert names["leaf.js"] == "leaf.3dc54dad6aed.js"
    assert "from './leaf.3dc54dad6aed.js'" in (tmp_path / "tool" / names["form.js"]).read_text()
    files = {path.name for path in (tmp_path / "tool").iterdir()}
    assert files == {"tool.css", *names.values()}


def test_a_page_names_all_scripts_of_a_tool_in_its_head() -> None:
    style = '<link rel="stylesheet" href="main.css">'
    names = {"form.js": "form.0123.js", "element.js": "element.4567.js"}
    html = f'<head>{style}</head><p><script type="module" src="../assets/tool/element.js"></script></p>'
    assert lead(html, "assets/tool/", names) == (
        '<head><script type="module" async src="../assets/tool/element.4567.js"></script>'
        '<link rel="modulepreload" href="../assets/tool/form.0123.js">'
        f"{style}</head><p></p>"
    )


def test_the_first_script_of_a_page_comes_before_all_others() -> None:
    style = '<link rel="stylesheet" href="main.css">'
    names = {"form.js": "form.0.js", "element.js": "element.1.js", "start.js": "start.2.js"}
    scripts = "".join(
        f'<script type="module" src="tool/{name}.js"></script>' for name in ("start", "element")
    )
    assert lead(f"<head>{style}</head><p>{scripts}</p>", "tool/", names) == (
        '<head><script type="module" async src="tool/start.2.js"></script>'
        '<link rel="modulepreload" href="tool/form.0.js">'
        '<script type="module" async src="tool/element.1.js"></script>'
        f"{style}</head><p></p>"
    )


def test_a_page_has_the_styles_of_a_tool_at_the_end_of_its_head() -> None:
    main, own = (
        f'<link rel="stylesheet" href="{name}.css">' for name in ("main", "../assets/tool/a")
    )
    script = '<script type="module" src="../assets/tool/element.js"></script>'
    html = f"<head>{main}<title>x</title></head><p>{own}\n{script}</p>"
    assert lead(html, "assets/tool/", {"element.js": "element.4567.js"}).endswith(
        f"{main}<title>x</title>{own}\n</head><p></p>"
    )


def test_a_page_without_a_tool_stays_as_it_is() -> None:
    html = '<link rel="stylesheet" href="main.css"><a href="x/form.js">form.js</a>'
    assert lead(html, "assets/tool/", {"form.js": "form.0123.js"}) == html


def test_a_site_without_tools_has_no_scripts_to_name(tmp_path: Path) -> None:
    assert name_modules(tmp_path / "none") == {}


def test_style_sheets_are_named_for_their_content_and_the_theme_s_are_left(tmp_path: Path) -> None:
    for name in ("site.css", "tool/tool.css", "stylesheets/main.57a0d79d.min.css"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("p {}")
    # printf 'p {}' | sha256sum
    assert name_style_sheets(tmp_path) == {
        "site.css": "site.48d24394dd48.css",
        "tool/tool.css": "tool/tool.48d24394dd48.css",
    }
    assert (tmp_path / "tool/tool.48d24394dd48.css").read_text() == "p {}"
    assert not (tmp_path / "site.css").exists()
    assert (tmp_path / "stylesheets/main.57a0d79d.min.css").exists()


def test_a_page_links_style_sheets_by_their_new_names() -> None:
    names = {"tool/tool.css": "tool/tool.0.css"}
    html = (
        '<link rel="stylesheet" href="../assets/tool/tool.css"><link rel="stylesheet" href="a.css">'
    )
    assert use_names(html, "assets/", names) == html.replace("tool.css", "tool.0.css")
