"""Leave out of Pyodide's glue script what our Python doesn't need.

The glue is made for packages that are linked while the program runs, and for pictures, sound and
games. At every start it gives each of 8,600 functions of the WebAssembly a variable and a place in
`Module`, looks through all 17,000 places of its table, and writes a module of WebAssembly for each
of 280 functions that draw. `lighten` leaves out what prepares for packages, of which we have none.
`cut_glue` leaves out the functions that the WebAssembly never called while everything was asked
(see build/notes.mjs); to call one raises an error, and a whole Python starts. A minifier then
removes what nothing mentions any more.
"""

import json
import re
from collections.abc import Collection

from runtime.node import run_script

LINKING = {
    "var metadata=getDylinkMetadata(module);"
    "if(metadata.neededDynlibs){dynamicLibraries=metadata.neededDynlibs.concat(dynamicLibraries)}": "",
    "updateGOT(origExports);LDSO.init();loadDylibs();": "",
    "updateTableMap(0,wasmTable.length)": "",
}
"""What is done at a start for packages that may be linked later."""
STARTING = {
    'mergeLibSymbols(wasmExports,"main");': 'Module["noInitialRun"]||mergeLibSymbols(wasmExports,"main");',
    'let[r,n]=API.rawRun("import _pyodide_core");': 'let[r,n]=t?[0,""]:API.rawRun("import _pyodide_core");',
}
"""What has happened already in an image. To import would need Python's parser, which nothing else needs."""
GROWING = {"oldSize*(1+.2/cutDown)": "oldSize"}
"""The memory grows by what is asked for, a megabyte at least, and not by a fifth of all that there is."""
IMPORTS = re.compile(r"var wasmImports=\{(?P<all>[\w$:,]+)\};")
LEFT_OUT = "(all,name)=>all[name]??(()=>{throw new Error(`${name} was left out`)})"
SIGNATURE = re.compile(r'(?<=[;}])[\w$]+\.sig="\w+";')
EVAL = re.compile(r"(?<![\w$.])eval\(")
"""Only functions that go evaluate text, but while one does, no name around it can go."""
ASSIGNMENTS = re.compile(
    r"function assignWasmExports\(wasmExports\)\{(?P<all>.*?)\}(?=var wasmImports=)", re.DOTALL
)
ASSIGNMENT = re.compile(
    r'(?P<targets>(?:(?:[\w$]+|Module\["[^"]+"\])=)*)wasmExports\["(?P<name>[^"]+)"\](?:\.value>>>0)?'
)
DECLARATION = re.compile(r"var ((?:[\w$]+,){1000,}[\w$]+);")
PUBLISHED = re.compile(r'(?<=[;}])Module\["(?P<name>[^"]+)"\]=[\w$.]+;')
"""For whoever embeds Pyodide: a function or a value by its name."""
PROPERTY = re.compile(r"""[."'`]([\w$]+)""")
WORD = re.compile(r"[\w$]+")
ALWAYS = frozenset({"memory", "__indirect_function_table", "__wasm_call_ctors"})


def lighten(glue: str) -> str:
    """Return the glue without the work of a start that is of no use to us.

    Raises ValueError for a glue that is written otherwise than Pyodide 314's.
    """
    for before, after in (LINKING | STARTING | GROWING).items():
        if glue.count(before) != 1:
            raise ValueError(f"the glue isn't written as it was: {before[:100]}")
        glue = glue.replace(before, after)
    return glue


def cut_glue(glue: str, others: str, called: Collection[str]) -> tuple[str, frozenset[str]]:
    """Return the lightened glue with only what it, the other scripts and the functions that were called need.

    With it come the names of what the WebAssembly has to export.

    Raises ValueError for a glue that is written otherwise than Pyodide 314's.
    """
    glue = cut_published(cut_imports(SIGNATURE.sub("", glue), called), others)
    glue, names = cut_exports(glue, others)
    return run_script("minify.mjs", given=json.dumps(glue)), names


def cut_imports(glue: str, called: Collection[str]) -> str:
    """Return the glue that gives the WebAssembly only the functions that it called."""
    match = IMPORTS.search(glue)
    if match is None:
        raise ValueError("the glue doesn't list its functions as it did")
    needed = [each for each in match["all"].split(",") if each.partition(":")[0] in called]
    listed = f"var wasmImports=new Proxy({{{','.join(needed)}}},{{get:{LEFT_OUT}}});"
    return EVAL.sub("(0,eval)(", glue.replace(match[0], listed))


def cut_published(glue: str, others: str) -> str:
    """Return the glue that publishes only what somebody mentions."""
    rest = PUBLISHED.sub("", ASSIGNMENTS.sub("", glue))
    mentioned = {*PROPERTY.findall(rest), *WORD.findall(others)}
    return PUBLISHED.sub(lambda match: match[0] if match["name"] in mentioned else "", glue)


def cut_exports(glue: str, others: str) -> tuple[str, frozenset[str]]:
    """Return the glue with only the assignments that it or the other scripts use, and the exports they need."""
    match, declared = ASSIGNMENTS.search(glue), DECLARATION.search(glue)
    if match is None or declared is None:
        raise ValueError("the glue doesn't assign its exports as it did")
    rest = DECLARATION.sub("", ASSIGNMENTS.sub("", glue))
    mentioned = frozenset(WORD.findall(rest)) | frozenset(WORD.findall(others))
    statements, names = [], set(ALWAYS)
    for statement in match["all"].split(";"):
        read = ASSIGNMENT.fullmatch(statement)
        if read is None:
            raise ValueError(f"the glue assigns otherwise than it did: {statement[:100]}")
        if mentioned & {*WORD.findall(read["targets"])} - {"Module"} | mentioned & {read["name"]}:
            statements.append(statement)
            names.add(read["name"])
    words = set(WORD.findall(rest)) | set(WORD.findall(";".join(statements)))
    declaration = ",".join(each for each in declared[1].split(",") if each in words)
    glue = glue.replace(
        match[0], f"function assignWasmExports(wasmExports){{{';'.join(statements)}}}"
    )
    return DECLARATION.sub(lambda _: f"var {declaration};", glue), frozenset(names)
