"""What becomes of a photo, and the small picture of a file."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from partners.uploads import check_upload
from tests import files
from tests.files import upload

PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def stored(content):
    evidence = check_upload(upload("ภาพ", content))
    return evidence, Image.open(BytesIO(evidence.read()))


def test_a_photo_is_turned_upright_and_made_smaller():
    """A photo 3,000 wide, taken with the camera turned, is kept 2,000 high."""
    _, image = stored(files.photo_with_place())
    assert image.size == (667, 2000)


def test_a_photo_tells_no_place():
    """Neither position nor author nor words are left in the photo or in its small picture."""
    content = files.photo_with_place()
    assert b"secret-place" in content
    assert b"secret-words" in content
    evidence, image = stored(content)
    assert dict(image.getexif()) == {}
    evidence.seek(0)
    for written in (evidence.read(), evidence.picture.read()):
        assert not any(told in written for told in (b"Exif", b"secret", b"xmpmeta"))


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_a_picture_of_another_kind_tells_no_place(kind):
    """What is told beside the picture goes from PNG and WebP too."""
    exif = Image.Exif()
    exif[0x013B] = "secret"
    evidence, image = stored(files.picture(kind, exif=exif))
    evidence.seek(0)
    assert dict(image.getexif()) == {}
    assert b"secret" not in evidence.read()


def test_the_colour_profile_stays():
    """Colours look as they did."""
    _, image = stored(files.picture(icc_profile=PROFILE))
    assert image.info["icc_profile"] == PROFILE


def test_a_small_photo_is_not_made_larger():
    """A photo below the limit keeps its size."""
    _, image = stored(files.picture(size=(60, 40)))
    assert image.size == (60, 40)


def test_of_a_moving_picture_the_first_is_kept():
    """An animation stands still."""
    more = [Image.new("RGB", (60, 40), colour) for colour in ("red", "green")]
    _, image = stored(files.picture("WEBP", save_all=True, append_images=more))
    assert getattr(image, "n_frames", 1) == 1


@pytest.mark.parametrize(
    ("mode", "colour"), [("1", 1), ("L", 9), ("P", 3), ("RGBA", (1, 2, 3, 4)), ("I;16", 900)]
)
def test_a_picture_of_every_mode_is_kept(mode, colour):
    """Scans in black and white, palettes and transparent drawings all get a small picture."""
    evidence, _ = stored(files.picture("PNG", mode=mode, colour=colour, size=(900, 600)))
    assert Image.open(evidence.picture).size == (480, 320)


def test_printers_colours_become_those_of_a_screen():
    """A JPEG for printing is kept so that every browser shows it."""
    _, image = stored(files.picture(mode="CMYK", colour=(0, 0, 0, 0)))
    assert image.mode == "RGB"


def test_a_pdf_has_a_picture_of_its_first_page():
    """A red page gives a red picture of at most 480."""
    image = Image.open(check_upload(upload("แดง.pdf", files.pdf())).picture)
    red, green, _ = image.convert("RGB").getpixel((image.width // 2, image.height // 2))
    assert max(image.size) == 480
    assert red > 200
    assert green < 50


def test_an_office_file_has_no_picture():
    """Of Word and Excel files nothing is drawn."""
    assert check_upload(upload("โครงการ.docx", files.docx())).picture is None
