"""Settings for VS Code: which schema each kind of data file has, and that nothing breaks texts."""

import json
from collections.abc import Mapping

from styring.visning.felles.som_json import skriv

MAPPE = ".vscode/styring"
"""Where the schemas lie, with the municipality's own codes in them."""
_FASTE: dict[str, object] = {
    "files.encoding": "utf8",
    "files.eol": "\n",
    "yaml.format.proseWrap": "preserve",
    "prettier.proseWrap": "preserve",
}
_FOR_YAML = "[yaml]"
_VED_YAML = {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.formatOnSave": False}


def innstillinger(gamle: str | None, monstre: Mapping[str, str]) -> str | None:
    """The settings with ours put in: the path patterns of each schema file. What the user has set
    stays; None where the old ones can't be read.
    """
    try:
        data = json.loads(gamle) if gamle else {}
    except ValueError:
        return None
    if not isinstance(data, dict) or not isinstance(data.get("yaml.schemas", {}), dict):
        return None
    egne = {
        navn: monster
        for navn, monster in data.get("yaml.schemas", {}).items()
        if not navn.startswith(f"./{MAPPE}/")
    }
    vaare = {f"./{MAPPE}/{fil}": monster for fil, monster in monstre.items()}
    for_yaml = data.get(_FOR_YAML, {})
    if isinstance(for_yaml, dict):  # what the user has set in it stays, and ours comes beside it
        data = {**data, _FOR_YAML: {**_VED_YAML, **for_yaml}}
    return skriv({**_FASTE, **data, "yaml.schemas": {**egne, **vaare}})
