"""What Pyodide asks its package loader at every start: the rules come installed, nothing else ever is.

The real module brings wheels, archives and temporary files. `loadedPackages` has to be asked for:
a memory image names what came from JavaScript by the path to it, and this is one of the paths.
"""

from pathlib import Path
from site import getsitepackages

from pyodide_js import loadedPackages

__all__ = ("DSO_DIR", "SITE_PACKAGES", "init_loaded_packages", "loadedPackages")

SITE_PACKAGES = Path(getsitepackages()[0])
DSO_DIR = Path("/usr/lib")


def init_loaded_packages() -> None:
    """Do nothing: the list of packages is empty."""
