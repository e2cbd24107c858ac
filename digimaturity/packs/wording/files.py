"""The files of a pack, and YAML as such."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.packs.wording.form import Words

FILES: Mapping[str, Words] = {
    "file.missing": lambda t: t("This file is missing. Add it to the folder of the pack."),
    "file.empty": lambda t: t("This file is empty. Fill it, or delete it."),
    "file.unreadable": lambda t: t(
        "This file cannot be read ({reason}). Check that it is a file and that you may open it."
    ),
    "file.too_large": lambda t: t(
        "This file is larger than {megabytes} MB. Split it into several files."
    ),
    "file.encoding": lambda t: t(
        "This line holds bytes that are not UTF-8. Save the file with the encoding UTF-8."
    ),
    "file.character": lambda t: t("This line holds the control character {character}. Delete it."),
    "file.suffix": lambda t: t(
        "Files ending in .yml are not read. Rename the file so that it ends in .yaml."
    ),
    "file.unknown": lambda t: t(
        "A pack has no such file here. "
        "Beside pack.yaml, measures.yaml and the folder measures there is one folder of texts for "
        "each language."
    ),
}

YAML: Mapping[str, Words] = {
    "yaml.syntax": lambda t: t(
        "From here on this is not YAML: {reason}. "
        "Check indentation, colons and quotes in this line and the one above."
    ),
    "yaml.alias": lambda t: t("Anchors (&) and aliases (*) are not read. Write the part out."),
    "yaml.tag": lambda t: t("Tags such as {tag} are not read. Delete the tag."),
    "yaml.documents": lambda t: t(
        "A second document begins here. Put everything into one, and delete this “---”."
    ),
    "yaml.key": lambda t: t("A list or mapping cannot be a key. Write a plain word as the key."),
    "yaml.deep": lambda t: t(
        "Lists and mappings are nested more than {limit} deep. Make this part flatter."
    ),
    "yaml.duplicate": lambda t: t(
        "The key “{key}” stands here for the second time; the first is in line {first}. "
        "Keep one of them."
    ),
}
