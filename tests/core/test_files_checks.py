"""Files on their way in: the content decides, limits hold, and what is dangerous is refused with a sentence."""

import io
import struct
import unicodedata
import zipfile

import pytest

from madang.core.files import checks
from madang.core.files.archives import MOST_ENTRIES
from madang.core.files.checks import BadFile, check
from madang.core.files.names import clean_name

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
HWP = (
    checks.COMPOUND
    + bytes(600)
    + "FileHeader".encode("utf-16-le")
    + bytes(300)
    + b"HWP Document File"
    + bytes(200)
)


def packed(members, *, method=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


TYPES = b"<Types><Default Extension='xml' ContentType='application/xml'/></Types>"
DOCX = {"[Content_Types].xml": TYPES, "word/document.xml": b"<document/>"}
XLSX = {"[Content_Types].xml": TYPES, "xl/workbook.xml": b"<workbook/>"}
PPTX = {"[Content_Types].xml": TYPES, "ppt/presentation.xml": b"<presentation/>"}
HWPX = {"mimetype": b"application/hwp+zip", "Contents/section0.xml": b"<sec/>"}


def why(content, name):
    with pytest.raises(BadFile) as refusal:
        check(io.BytesIO(content), name)
    assert refusal.value.words.ko
    assert refusal.value.words.en
    return refusal.value.reason


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (PDF, "계획서.pdf", "pdf"),
        (HWP, "계획서.hwp", "hwp"),
        (packed(HWPX), "계획서.HWPX", "hwpx"),
        (packed(DOCX), "계획서.docx", "docx"),
        (packed(XLSX), "예산.xlsx", "xlsx"),
        (packed(PPTX), "발표.pptx", "pptx"),
        (PNG, "위치도.png", "png"),
        (b"\xff\xd8\xff\xe0" + bytes(20), "사진.JPG", "jpeg"),
        ("이름,값\n가,1\n".encode("cp949"), "자료.csv", "text"),
        ("MZ세대를 위한 실증".encode(), "메모.txt", "text"),
    ],
)
def test_file_of_an_allowed_kind_is_known_by_its_content(content, name, kind):
    found = check(io.BytesIO(content), name)
    assert (found.kind, found.size) == (kind, len(content))
    assert len(found.sha256) == 64


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "빈.pdf", "empty"),
        (b"MZ\x90\x00\x03" + bytes(80), "계획서.pdf", "program"),
        (b"\x7fELF" + bytes(80), "계획서.hwp", "program"),
        (b"#!/bin/sh\nrm -rf /\n", "메모.txt", "program"),
        (PDF, "계획서.pdf.exe", "running"),
        (PDF, "계획서.hwp", "mismatch"),
        (PDF, "계획서", "mismatch"),
        (PDF + b"<< /S /JavaScript /JS (app.alert(1)) >>", "계획서.pdf", "active_pdf"),
        (PDF + b"<< /S /Launch /F (cmd.exe) >>", "계획서.pdf", "active_pdf"),
        (PDF + b"<< /S /J#61vaScr#69pt /JS (app.alert(1)) >>", "계획서.pdf", "active_pdf"),
        (checks.COMPOUND + bytes(900), "옛문서.doc", "old_office"),
        (b"<html><script>alert(1)</script></html>", "메모.txt", "markup"),
        (b"\xef\xbb\xbf <SVG onload=alert(1)>", "메모.txt", "markup"),
        (bytes(range(256)), "알수없음.txt", "unknown"),
        (packed({"a.txt": b"1"}), "자료.zip", "archive"),
        (packed({**DOCX, "word/vbaProject.bin": b"1"}), "계획서.docx", "macro"),
        (
            packed({**DOCX, "[Content_Types].xml": b"application/vnd.ms-word.document.macroEnabled"}),
            "a.docx",
            "macro",
        ),
        (packed({**DOCX, "word/embeddings/oleObject1.bin": b"1"}), "계획서.docx", "hidden_program"),
        (packed({**DOCX, "word/run.EXE": b"1"}), "계획서.docx", "hidden_program"),
        (packed({**DOCX, "word/media/run.exe. ": b"1"}), "계획서.docx", "hidden_program"),
        (packed({**DOCX, "inner.zip": packed({"x": b"1"})}), "계획서.docx", "hidden_program"),
        (packed({**DOCX, "../../etc/passwd": b"1"}), "계획서.docx", "broken_archive"),
        (packed({**DOCX, "/etc/passwd": b"1"}), "계획서.docx", "broken_archive"),
        (packed(DOCX)[:-30], "계획서.docx", "broken_archive"),
        (b"PK\x03\x04" + bytes(100), "계획서.docx", "broken_archive"),
    ],
)
def test_dangerous_or_disguised_file_is_refused_with_its_reason(content, name, reason):
    assert why(content, name) == reason


def test_file_one_byte_over_the_limit_is_refused_and_at_the_limit_taken():
    at_limit = PDF + b"\n" * (checks.MOST_BYTES - len(PDF))
    assert check(io.BytesIO(at_limit), "큰.pdf").size == checks.MOST_BYTES
    assert why(at_limit + b"\n", "큰.pdf") == "too_large"


def test_zip_bomb_is_refused_by_its_ratio_before_anything_is_unpacked():
    assert why(packed({**DOCX, "word/media/bomb.xml": bytes(50 * 1024 * 1024)}), "폭탄.docx") == "bomb"


def test_bomb_hidden_in_a_workbook_inside_a_document_is_refused():
    inner = packed({**XLSX, "xl/bomb.xml": bytes(30 * 1024 * 1024)})
    assert why(packed({**DOCX, "word/embeddings/sheet.xlsx": inner}), "폭탄.docx") == "bomb"
    honest = packed({**DOCX, "word/embeddings/sheet.xlsx": packed(XLSX)})
    assert check(io.BytesIO(honest), "차트.docx").kind == "docx"


def test_documents_nested_two_deep_are_refused():
    inner = packed({**XLSX, "xl/embeddings/deep.docx": packed(DOCX)})
    assert why(packed({**DOCX, "word/embeddings/sheet.xlsx": inner}), "깊은.docx") == "bomb"


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_document_whose_packed_bytes_are_spoilt_is_refused_as_damaged(method):
    content = bytearray(packed({**DOCX, "[Content_Types].xml": TYPES * 40}, method=method))
    begin = 30 + len("[Content_Types].xml")
    content[begin + 6 : begin + 26] = b"\xff" * 20
    assert why(bytes(content), "깨짐.docx") == "broken_archive"


def test_archive_with_too_many_entries_is_refused():
    many = {**DOCX, **{f"word/{n}.xml": b"" for n in range(MOST_ENTRIES)}}
    assert why(packed(many, method=zipfile.ZIP_STORED), "많은.docx") == "bomb"


def test_archive_that_lies_about_its_entries_is_refused_by_the_length_of_its_directory():
    many = packed({f"{'n' * 200}{n}.xml": b"" for n in range(20_000)}, method=zipfile.ZIP_STORED)
    place = many.rfind(b"PK\x05\x06")
    lying = many[: place + 8] + struct.pack("<HH", 3, 3) + many[place + 12 :]
    assert why(lying, "거짓.docx") == "bomb"


def test_locked_document_is_refused_with_the_reason():
    content = bytearray(packed(DOCX))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + offset] |= 1
            place = content.find(mark, place + 4)
    assert why(bytes(content), "암호.docx") == "locked"


def test_hangul_name_in_pieces_is_composed():
    pieces = unicodedata.normalize("NFD", "제주 친환경 계획서.pdf")
    assert pieces != "제주 친환경 계획서.pdf"
    assert check(io.BytesIO(PDF), pieces).name == "제주 친환경 계획서.pdf"


@pytest.mark.parametrize(
    ("given", "cleaned"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\me\\계획.pdf", "계획.pdf"),
        ("계획.pdf. . ", "계획.pdf"),
        ("계획\u202efdp.pdf", "계획fdp.pdf"),
        ("계\x00획\r\nX: 1.pdf", "계획X_ 1.pdf"),
        ("CON.pdf", "_CON.pdf"),
        (".htaccess.pdf", "htaccess.pdf"),
        ("가" * 400 + ".pdf", "가" * 251 + ".pdf"),
    ],
)
def test_name_with_path_or_trick_is_cleaned(given, cleaned):
    assert clean_name(given) == cleaned


@pytest.mark.parametrize("given", ["", "...", "/", "\u202e", " . "])
def test_name_of_which_nothing_is_left_is_refused(given):
    assert why(PDF, given) == "name"
