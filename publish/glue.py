"""Leave out of Pyodide's glue script what our Python doesn't need: the names of 4,700 functions.

The glue gives every function that the WebAssembly exports a variable and a place in `Module`, for
packages that are linked while the program runs. We have none. What the scripts themselves mention
stays.
"""

import re

ASSIGNMENTS = re.compile(
    r"function assignWasmExports\(wasmExports\)\{(?P<all>.*?)\}(?=var wasmImports=)", re.DOTALL
)
ASSIGNMENT = re.compile(
    r'(?P<targets>(?:(?:[\w$]+|Module\["[^"]+"\])=)*)wasmExports\["(?P<name>[^"]+)"\](?:\.value>>>0)?'
)
DECLARATION = re.compile(r"var ((?:[\w$]+,){1000,}[\w$]+);")
WORD = re.compile(r"[\w$]+")
ALWAYS = frozenset({"memory", "__indirect_function_table", "__wasm_call_ctors"})


def cut_glue(glue: str, loader: str) -> tuple[str, frozenset[str]]:
    """Return the glue with only the assignments that it or the loader uses, and the exports they need.

    Raises ValueError for a glue that is written otherwise than Pyodide 314's.
    """
    found, declared = ASSIGNMENTS.search(glue), DECLARATION.search(glue)
    if found is None or declared is None:
        raise ValueError("the glue doesn't assign its exports as it did")
    rest = DECLARATION.sub("", ASSIGNMENTS.sub("", glue))
    mentioned = frozenset(WORD.findall(rest)) | frozenset(WORD.findall(loader))
    kept, names = [], set(ALWAYS)
    for statement in found["all"].split(";"):
        read = ASSIGNMENT.fullmatch(statement)
        if read is None:
            raise ValueError(f"the glue assigns otherwise than it did: {statement[:100]}")
        if mentioned & {*WORD.findall(read["targets"])} - {"Module"} | mentioned & {read["name"]}:
            kept.append(statement)
            names.add(read["name"])
    words = set(WORD.findall(rest)) | set(WORD.findall(";".join(kept)))
    declaration = ",".join(each for each in declared[1].split(",") if each in words)
    glue = ASSIGNMENTS.sub(
        lambda _: "function assignWasmExports(wasmExports){" + ";".join(kept) + "}", glue
    )
    return DECLARATION.sub(lambda _: f"var {declaration};", glue), frozenset(names)
