"""PyScript as its documentation says: a script in a worker that writes into the page."""

import json
from pathlib import Path

from pyscript import document

from playbook.boundary import run

request = Path("request.json").read_text(encoding="utf-8")
document.querySelector("#answer").innerHTML = json.loads(run("timeline", request))["html"]
