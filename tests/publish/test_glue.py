import pytest

from publish.glue import cut_glue

NAMES = ",".join(f"_f{number}" for number in range(1001))
GLUE = (
    f"var {NAMES};"
    'function assignWasmExports(wasmExports){_f1=Module["_f1"]=wasmExports["f1"];'
    '_f2=Module["_f2"]=wasmExports["f2"].value>>>0;_f3=Module["_f3"]=wasmExports["f3"];'
    'memory=wasmMemory=wasmExports["memory"]}'
    'var wasmImports={a:b};function use(){return _f1()+Module["_f2"]}wasmMemory;'
)


def test_what_the_scripts_mention_stays_and_all_else_goes() -> None:
    glue, names = cut_glue(GLUE, "loader.HEAP8")
    assert glue == (
        "var _f1,_f2;"
        'function assignWasmExports(wasmExports){_f1=Module["_f1"]=wasmExports["f1"];'
        '_f2=Module["_f2"]=wasmExports["f2"].value>>>0;memory=wasmMemory=wasmExports["memory"]}'
        'var wasmImports={a:b};function use(){return _f1()+Module["_f2"]}wasmMemory;'
    )
    assert names >= {"f1", "f2", "memory"}
    assert "f3" not in names


def test_what_only_the_loader_mentions_stays_too() -> None:
    _, names = cut_glue(GLUE, "api._f3()")
    assert "f3" in names


@pytest.mark.parametrize(
    ("what", "instead"),
    [
        ("assignWasmExports", "assign"),
        ('wasmExports["f3"]', "wasmExports.f3"),
        ("var _f0,", "let _f0,"),
    ],
)
def test_a_glue_that_is_written_otherwise_is_refused(what: str, instead: str) -> None:
    with pytest.raises(ValueError, match=r"as it did|otherwise"):
        cut_glue(GLUE.replace(what, instead), "")
