import pytest

from runtime.glue import cut_glue, lighten

NAMES = ",".join(f"_f{number}" for number in range(1001))
GLUE = (
    "async function createPyodideModule(moduleArg={}){var Module=moduleArg;var memory,wasmMemory;"
    'function _open(path){return _f1(path)}_open.sig="ip";'
    'function _draw(shape){return _f3(shape)}_draw.sig="ii";'
    "function _run_script(text){return eval(text)}"
    'Module["open"]=_open;Module["draw"]=_draw;Module["shown"]=_f2;'
    f"var {NAMES};"
    'function assignWasmExports(wasmExports){_f1=Module["_f1"]=wasmExports["f1"];'
    '_f2=Module["_f2"]=wasmExports["f2"].value>>>0;_f3=Module["_f3"]=wasmExports["f3"];'
    'memory=wasmMemory=wasmExports["memory"]}'
    "var wasmImports={open:_open,draw:_draw,run_script:_run_script};"
    "Module.start=async(load)=>{assignWasmExports(await load(wasmImports));return Module.shown};"
    "return Module}export default createPyodideModule;"
)
LINKING = (
    'mergeLibSymbols(wasmExports,"main");var metadata=getDylinkMetadata(module);'
    "if(metadata.neededDynlibs){dynamicLibraries=metadata.neededDynlibs.concat(dynamicLibraries)}"
    "done();updateGOT(origExports);LDSO.init();loadDylibs();"
    "if(!functionsInTableMap){functionsInTableMap=new WeakMap;updateTableMap(0,wasmTable.length)}"
    'API.finalizeBootstrap=function(t,e){t&&Wr();let[r,n]=API.rawRun("import _pyodide_core");r&&stop()}'
    "for(var cutDown=1;cutDown<=4;cutDown*=2){var overGrownHeapSize=oldSize*(1+.2/cutDown);grow()}"
)


def test_what_is_called_stays_with_all_that_it_mentions() -> None:
    glue, names = cut_glue(GLUE, "module.HEAP8", {"open"})
    assert names >= {"f1", "f2", "memory"}
    assert '"f1"' in glue or ".f1" in glue
    assert "shown" in glue


def test_what_is_not_called_goes_with_all_that_only_it_mentions() -> None:
    glue, names = cut_glue(GLUE, "module.HEAP8", {"open"})
    assert "f0" not in names
    for word in ("f0", "draw", "eval", "sig"):
        assert word not in glue


def test_what_is_left_out_says_so() -> None:
    glue, _ = cut_glue(GLUE, "", {"open"})
    assert "was left out" in glue


def test_what_another_script_mentions_stays_too() -> None:
    glue, names = cut_glue(GLUE, "api._f3(api.draw)", {"open"})
    assert "f3" in names
    assert "draw" in glue


@pytest.mark.parametrize(
    ("what", "instead"),
    [
        ("assignWasmExports(wasmExports){", "assign(wasmExports){"),
        ('wasmExports["f3"]', "wasmExports.f3"),
        ("var _f0,", "let _f0,"),
        ("var wasmImports={", "const wasmImports={"),
    ],
)
def test_a_glue_that_is_written_otherwise_is_refused(what: str, instead: str) -> None:
    with pytest.raises(ValueError, match=r"as it did|otherwise"):
        cut_glue(GLUE.replace(what, instead), "", {"open"})


def test_a_start_links_nothing_and_imports_nothing_that_an_image_has() -> None:
    assert lighten(LINKING) == (
        'Module["noInitialRun"]||mergeLibSymbols(wasmExports,"main");'
        "done();"
        "if(!functionsInTableMap){functionsInTableMap=new WeakMap;}"
        'API.finalizeBootstrap=function(t,e){t&&Wr();let[r,n]=t?[0,""]:API.rawRun("import _pyodide_core");r&&stop()}'
        "for(var cutDown=1;cutDown<=4;cutDown*=2){var overGrownHeapSize=oldSize;grow()}"
    )


@pytest.mark.parametrize(
    "code", ["updateGOT(origExports)", "mergeLibSymbols", "API.rawRun", "oldSize*"]
)
def test_a_glue_that_starts_otherwise_is_refused(code: str) -> None:
    for other in (LINKING.replace(code, "other"), LINKING + LINKING):
        with pytest.raises(ValueError, match="isn't written as it was"):
            lighten(other)
