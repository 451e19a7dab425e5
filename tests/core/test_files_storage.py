"""Kept bytes: under their hash, once, whole or not at all."""

import hashlib
import io

import pytest

from madang.core.files.storage import NoRoom, keep, place_of

CONTENT = b"%PDF-1.7 content"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


def left_behind(settings):
    return [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]


def test_bytes_lie_under_their_hash_and_are_kept_once(settings):
    assert keep(io.BytesIO(CONTENT), DIGEST) == keep(io.BytesIO(CONTENT), DIGEST) == place_of(DIGEST)
    assert left_behind(settings) == [place_of(DIGEST)]
    assert place_of(DIGEST).read_bytes() == CONTENT


class FullDisk(io.BytesIO):
    """A stream whose second piece can no longer be stored."""

    def read(self, size=-1):
        if self.tell() > 0:
            raise OSError(28, "No space left on device")
        return super().read(4)


def test_full_disk_in_the_middle_leaves_no_half_file_and_says_so(settings):
    with pytest.raises(NoRoom) as refusal:
        keep(FullDisk(CONTENT), DIGEST)
    assert "저장 공간" in refusal.value.words.ko
    assert left_behind(settings) == []
    assert keep(io.BytesIO(CONTENT), DIGEST).is_file()


@pytest.mark.parametrize("digest", ["", "../../etc/passwd", DIGEST.upper(), DIGEST[:-1]])
def test_place_outside_of_the_store_cannot_be_named(digest):
    with pytest.raises(ValueError, match="not a SHA-256"):
        place_of(digest)
