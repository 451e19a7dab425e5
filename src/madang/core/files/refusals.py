"""Why a file is not taken, as one sentence in both languages for each reason."""

from madang.core.acts import Invalid
from madang.kernel.words import Words

KINDS_KO = "PDF, HWP, HWPX, DOCX, XLSX, PPTX, PNG, JPEG, TXT, CSV"

WHY = {
    "empty": Words(
        "빈 파일입니다. 내용이 있는 파일을 올리십시오.", "The file is empty. Choose one with content."
    ),
    "too_large": Words(
        "파일이 너무 큽니다. {most}MB까지 올릴 수 있으니 나누거나 줄여 올리십시오.",
        "The file is too large: at most {most} MB. Split it or make it smaller.",
    ),
    "program": Words(
        "실행 파일은 올릴 수 없습니다. 이름을 바꾸어도 내용으로 알아봅니다.",
        "Programs cannot be uploaded, whatever they are called.",
    ),
    "unknown": Words(
        f"내용을 알아볼 수 없는 파일입니다. 올릴 수 있는 형식: {KINDS_KO}.",
        f"The content of the file is of no allowed kind. Allowed: {KINDS_KO}.",
    ),
    "markup": Words(
        "웹 문서나 스크립트는 올릴 수 없습니다. PDF로 바꾸어 올리십시오.",
        "Web pages and scripts cannot be uploaded. Turn the file into a PDF.",
    ),
    "active_pdf": Words(
        "스크립트나 실행 명령이 든 PDF는 올릴 수 없습니다. 인쇄 기능으로 다시 만든 PDF를 올리십시오.",
        "This PDF holds a script or a launch command. Print it into a new PDF and upload that.",
    ),
    "old_office": Words(
        "예전 형식의 오피스 파일은 올릴 수 없습니다. DOCX·XLSX·PPTX나 PDF로 저장하여 올리십시오.",
        "Office files of the old format cannot be uploaded. Save as DOCX, XLSX, PPTX or PDF.",
    ),
    "archive": Words(
        "압축 파일은 올릴 수 없습니다. 압축을 풀어 하나씩 올리십시오.",
        "Archives cannot be uploaded. Unpack it and upload the files one by one.",
    ),
    "broken_archive": Words(
        "문서가 손상되어 열 수 없습니다. 다시 저장하여 올리십시오.",
        "The document is damaged. Save it again and upload that.",
    ),
    "locked": Words(
        "암호가 걸린 문서는 올릴 수 없습니다. 암호를 풀고 올리십시오.",
        "Documents with a password cannot be uploaded. Remove the password.",
    ),
    "bomb": Words(
        "압축을 풀면 지나치게 커지는 파일이라 올릴 수 없습니다.",
        "The file would grow beyond all measure when unpacked and is not taken.",
    ),
    "macro": Words(
        "매크로가 든 문서는 올릴 수 없습니다. 매크로 없는 형식으로 저장하여 올리십시오.",
        "Documents with macros cannot be uploaded. Save it without macros.",
    ),
    "hidden_program": Words(
        "문서 안에 실행 파일이나 다른 압축 파일이 들어 있어 올릴 수 없습니다.",
        "The document carries a program or another archive inside and is not taken.",
    ),
    "name": Words(
        "파일 이름이 없거나 쓸 수 없는 이름입니다. 이름을 바꾸어 올리십시오.",
        "The file has no usable name. Rename it and try again.",
    ),
    "mismatch": Words(
        "파일 이름의 확장자(.{given})와 내용({kind})이 다릅니다. 알맞은 확장자로 저장하여 올리십시오.",
        "The name says .{given} but the content is {kind}. Save it under the right extension.",
    ),
    "running": Words(
        "실행되는 형식(.{given})의 파일은 올릴 수 없습니다.",
        "Files that run (.{given}) cannot be uploaded.",
    ),
}


class BadFile(Invalid):
    """The file cannot be taken; ``reason`` is the key of the sentence."""

    def __init__(self, reason: str, words: Words) -> None:
        super().__init__(words, "upload")
        self.reason = reason


def refusal(reason: str, **facts: object) -> BadFile:
    """Return the refusal for a reason."""
    return BadFile(reason, WHY[reason].filled(**facts))
