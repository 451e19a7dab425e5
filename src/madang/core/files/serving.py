"""Giving a kept file out: always as a download, never as a page. Whoever calls this has asked for permission first."""

from urllib.parse import quote

from django.http import FileResponse, Http404

from madang.core.files.models import Attachment
from madang.core.files.storage import place_of

TYPES = {
    "pdf": "application/pdf",
    "hwp": "application/x-hwp",
    "hwpx": "application/hwp+zip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "text": "text/plain; charset=utf-8",
}


def as_download(attachment: Attachment) -> FileResponse:
    """Return the file under the name that people gave it.

    Raises:
        Http404: the bytes are gone.
    """
    try:
        stream = place_of(attachment.sha256).open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(stream, content_type=TYPES.get(attachment.kind, "application/octet-stream"))
    response.headers["Content-Disposition"] = (
        f"attachment; filename*=UTF-8''{quote(attachment.name, safe='')}"
    )
    response.headers["Content-Length"] = str(attachment.size)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
