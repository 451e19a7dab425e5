"""What can have happened in the file of a firm. Facts name fields and papers, never a person or what a field says."""

from madang.core.audit.events import EventKind
from madang.kernel.words import Words

NOBODY = "nobody: only the firm sees its file"

BEGUN = EventKind(
    "firms.file_begun", Words("기업 파일을 만들었습니다.", "The file of the firm was begun."), audience=NOBODY
)
SAVED = EventKind(
    "firms.file_saved",
    Words("기업 정보를 고쳤습니다: {fields}.", "The data of the firm were changed: {fields_en}."),
    audience=NOBODY,
)
PERSON_ADDED = EventKind(
    "firms.person_added",
    Words("{role} 한 명을 더했습니다.", "A person was added: {role_en}."),
    audience=NOBODY,
)
PERSON_REMOVED = EventKind(
    "firms.person_removed",
    Words("{role} 한 명의 정보를 지웠습니다.", "A person was removed: {role_en}."),
    audience=NOBODY,
)
CERTIFICATE_ADDED = EventKind(
    "firms.certificate_added",
    Words("인증서를 더했습니다: {name}.", "A certificate was added: {name}."),
    audience=NOBODY,
)
CERTIFICATE_SET_ASIDE = EventKind(
    "firms.certificate_set_aside",
    Words("더 쓰지 않는 인증서로 표시했습니다: {name}.", "A certificate was set aside: {name}."),
    audience=NOBODY,
)
REPORT_ADDED = EventKind(
    "firms.report_added",
    Words("보고서를 더했습니다: {name}.", "A report was added: {name}."),
    audience=NOBODY,
)
END_WARNED = EventKind(
    "firms.certificate_end_warned",
    Words(
        "인증서 ‘{name}’의 유효기간이 {until}에 끝남을 알렸습니다.",
        "The firm was told that the certificate “{name}” ends on {until_en}.",
    ),
    audience="the firm",
)
TAKEN_OVER = EventKind(
    "firms.paper_taken_over",
    Words(
        "기업 파일의 서류를 신청서에 붙였습니다: {name}.",
        "A paper of the file was attached to a request: {name}.",
    ),
    audience="the offices with a part in that request, as an attachment of it",
)
