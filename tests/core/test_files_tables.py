"""Tables that people bring: what is read, and what is refused with its place."""

import io
from datetime import date

import pytest

from madang.core.acts import Invalid
from madang.core.files.tables import BadTable, read_rows
from tests.apps.measures.builders import saved, workbook, written

TABLE = [["번호", "이름"], ["1", "가나다"], ["2", ""]]


def read(data: bytes):
    return read_rows(io.BytesIO(data))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def test_the_encodings_of_spreadsheets_give_the_same_rows(encoding):
    assert read(written(TABLE, encoding)) == TABLE


def test_a_workbook_gives_texts_whole_numbers_and_days():
    assert read(saved(workbook([["번호", "날", None], [1.0, date(2027, 12, 31), " 값 "]]))) == [
        ["번호", "날", ""], ["1", "2027-12-31", "값"],
    ]  # fmt: skip


def test_tabs_between_the_columns_and_empty_rows_at_the_end_are_no_fault():
    assert read("번호\t이름\n1\t가\n\n\n".encode()) == [["번호", "이름"], ["1", "가"]]


def test_a_broken_encoding_is_refused_with_its_line():
    with pytest.raises(BadTable) as refusal:
        read("번호,이름\n1,가".encode() + b"\n2,\xff\xfe\x81")
    (fault,) = refusal.value.faults
    assert fault.row == 3
    assert "인코딩" in fault.words.ko


def test_formulas_errors_and_merged_cells_are_named_one_by_one():
    book = workbook([["번호", "이름"], ["=1+1", "#REF!"], ["3", "가"]])
    book.active["B2"].data_type = "e"
    book.active.merge_cells("A3:B3")
    with pytest.raises(BadTable) as refusal:
        read(saved(book))
    assert sorted(fault.column for fault in refusal.value.faults) == ["A2", "A3:B3", "B2"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "비어"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "암호"),
        (b"PK\x03\x04 not a workbook", "깨져"),
        (b"\0\1\2,\n", "CSV"),
        (b"x" * 5_000_001, "5MB"),
        (b"a\n" * 5_002, "5,000"),
        (b'a,"b\n', "고칠 곳"),
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(data, said):
    with pytest.raises(Invalid) as refusal:
        read(data)
    assert said in refusal.value.words.ko
    assert refusal.value.words.en
