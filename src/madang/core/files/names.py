"""File names as people read them: one Unicode form, no path, no tricks; and whether the name fits the content."""

import re
import unicodedata

from madang.core.files.refusals import refusal

LONGEST = 255
EXTENSIONS = {
    "pdf": ("pdf",), "hwp": ("hwp",), "hwpx": ("hwpx",), "docx": ("docx",), "xlsx": ("xlsx",), "pptx": ("pptx",),
    "png": ("png",), "jpeg": ("jpg", "jpeg"), "text": ("txt", "csv"),
}  # fmt: skip
RUNNING = frozenset({
    "exe", "com", "bat", "cmd", "scr", "pif", "msi", "ps1", "vbs", "vbe", "js", "jse", "wsf", "hta", "jar", "lnk", "reg",
    "sh", "py", "php", "asp", "jsp", "html", "htm", "svg", "xhtml", "dll", "sys", "apk", "app", "dmg", "iso",
    "docm", "xlsm", "pptm", "dotm", "xltm",
})  # fmt: skip
#: names that some systems take for devices, whatever follows
DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.IGNORECASE)


def clean_name(name: str) -> str:
    r"""Return the last part of a name in NFC without invisible characters, at most 255 characters.

    >>> clean_name("../../etc/\u1100\u1168\u1112\u116c\u11a8.pdf")
    '계획.pdf'

    Raises:
        BadFile: nothing is left, or the name holds the extension of a program.
    """
    last = re.split(r"[/\\]", name)[-1][: LONGEST * 4]
    kept = "".join(
        letter for letter in last if unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )
    plain = re.sub(r'[<>:"|?*]', "_", unicodedata.normalize("NFC", kept)).strip().rstrip(". ").lstrip(".")
    if not plain:
        raise refusal("name")
    stem, dot, extension = plain.rpartition(".")
    if DEVICES.match(plain):
        stem = f"_{stem}"
    if dot and extension.lower() in RUNNING:
        raise refusal("running", given=extension.lower())
    return f"{stem[: LONGEST - 1 - len(extension)]}{dot}{extension}" if dot else plain[:LONGEST]


def refuse_mismatch(name: str, kind: str) -> None:
    """Refuse a name whose extension says something else than the content.

    Raises:
        BadFile: the extension is missing or belongs to another kind.
    """
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    if extension not in EXTENSIONS[kind]:
        raise refusal("mismatch", given=extension or "–", kind=kind.upper())
