"""Any picture that a user may have as a logo becomes one that fits, or is refused."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from digimaturity.report.logo import fit_logo
from digimaturity.report.model.brand import Logo
from digimaturity.report.pdf.srgb import srgb_profile

RED = (200, 30, 40)


def shape(
    mode: str, size: tuple[int, int] = (300, 100), colour: float | tuple[int, ...] = 120
) -> Image.Image:
    """A filled picture in that mode."""
    return Image.new(mode, size, colour)


def saved(picture: Image.Image, form: str = "PNG", **options: object) -> bytes:
    file = BytesIO()
    picture.save(file, form, **options)
    return file.getvalue()


def fitted(content: bytes) -> tuple[Logo, Image.Image]:
    logo = fit_logo(content, "Logo of Mole 7")
    assert logo is not None
    picture = Image.open(BytesIO(logo.content))
    assert picture.format == "PNG"
    assert picture.mode == "RGB"
    assert picture.size == (logo.width, logo.height)
    assert "icc_profile" not in picture.info
    return logo, picture


def near(found: object, wanted: tuple[int, ...]) -> bool:
    assert isinstance(found, tuple)
    return all(abs(one - other) <= 6 for one, other in zip(found, wanted, strict=True))


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        (saved(shape("RGB", colour=RED)), RED),
        (saved(shape("RGB", colour=RED), "JPEG", quality=95), RED),
        (saved(shape("L")), (120, 120, 120)),
        (saved(shape("1", colour=0)), (0, 0, 0)),
        (saved(shape("RGB", colour=RED).quantize(8)), RED),
        (saved(shape("I;16", colour=120 * 257)), (120, 120, 120)),
        (saved(shape("CMYK", colour=(0, 217, 204, 55)), "JPEG", quality=95), RED),
        (saved(shape("RGBA", colour=(*RED, 255))), RED),
        (saved(shape("RGBA", colour=(*RED, 128))), (227, 142, 147)),
        (saved(shape("LA", colour=(120, 255))), (120, 120, 120)),
    ],
    ids=[
        "rgb",
        "jpeg",
        "grey",
        "bits",
        "palette",
        "16 bits",
        "cmyk",
        "alpha",
        "half",
        "grey alpha",
    ],
)
def test_every_kind_of_picture_keeps_its_colour_and_shape(
    content: bytes, seen: tuple[int, int, int]
) -> None:
    logo, picture = fitted(content)
    assert near(picture.getpixel((150, 50)), seen)
    assert (logo.width, logo.height) == (300, 100)


def test_a_colour_profile_is_used_and_not_ignored() -> None:
    swapped = srgb_profile().replace(b"rXYZ", b"tXYZ").replace(b"gXYZ", b"rXYZ")
    swapped = swapped.replace(b"tXYZ", b"gXYZ")
    _, picture = fitted(saved(shape("RGB", colour=(220, 0, 0)), icc_profile=swapped))
    assert near(picture.getpixel((150, 50)), (0, 220, 0))


def test_a_profile_that_is_broken_costs_nothing_but_itself() -> None:
    _, picture = fitted(saved(shape("RGB", colour=RED), icc_profile=b"\0" * 300))
    assert near(picture.getpixel((150, 50)), RED)


def test_of_a_moving_picture_the_first_is_taken() -> None:
    frames = [shape("RGB", colour=colour) for colour in ((0, 90, 0), RED)]
    content = saved(frames[0], save_all=True, append_images=frames[1:])
    assert b"acTL" in content
    assert near(fitted(content)[1].getpixel((150, 50)), (0, 90, 0))


@given(st.integers(1, 2500), st.integers(1, 1500))
def test_a_large_picture_becomes_smaller_and_is_never_distorted(width: int, height: int) -> None:
    logo, _ = fitted(saved(shape("L", (width, height)), compress_level=1))
    assert logo.width <= 900
    assert logo.height <= 450
    scale = min(1, 900 / width, 450 / height)
    assert abs(logo.width - width * scale) <= 1
    assert abs(logo.height - height * scale) <= 1


def test_white_around_a_logo_is_cut_off() -> None:
    page = Image.new("RGBA", (400, 300), (255, 255, 255, 0))
    ImageDraw.Draw(page).rectangle((100, 50, 299, 149), fill=(*RED, 255))
    logo, _ = fitted(saved(page))
    assert (logo.width, logo.height) == (200, 100)


def test_a_white_logo_can_be_seen() -> None:
    page = Image.new("RGBA", (400, 100), (0, 0, 0, 0))
    ImageDraw.Draw(page).rectangle((0, 0, 199, 99), fill=(255, 255, 255, 255))
    logo, picture = fitted(saved(page))
    assert near(picture.getpixel((logo.width // 4, logo.height // 2)), (255, 255, 255))
    assert near(picture.getpixel((logo.width * 3 // 4, logo.height // 2)), (26, 29, 33))


def test_a_photograph_taken_on_its_side_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    logo, _ = fitted(saved(shape("RGB", (300, 100), RED), "JPEG", exif=exif))
    assert (logo.width, logo.height) == (100, 300)


def huge() -> bytes:
    """A small file that would be a picture of ten thousand million pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 1_000_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no picture",
        saved(shape("RGB"))[:60],
        saved(shape("RGB"), "JPEG")[:-400],
        saved(shape("RGB"), "GIF"),
        saved(shape("RGB"), "BMP"),
        huge(),
    ],
    ids=["nothing", "text", "cut png", "cut jpeg", "gif", "bmp", "huge"],
)
def test_what_cannot_be_used_is_refused(content: bytes) -> None:
    assert fit_logo(content, "") is None


def test_the_same_picture_gives_the_same_bytes() -> None:
    content = saved(shape("RGBA", colour=(*RED, 200)))
    assert fit_logo(content, "") == fit_logo(content, "")
