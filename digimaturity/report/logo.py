"""A sender's logo: any PNG or JPEG, made into a small opaque picture in sRGB."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from io import BytesIO

import numpy as np
from PIL import Image, ImageChops, ImageCms, ImageOps

from digimaturity.report.model.brand import Logo

#: The largest picture that is read, and the largest that is kept (300 dots an inch), in pixels.
_MOST = 40_000_000
_LARGEST = (900, 450)

_WHITE = (255, 255, 255)
_INK = (26, 29, 33)
#: A mean brightness of what is seen, from 0 to 255: lighter logos are made for dark ground.
_LIGHT = 225
#: So far a pixel may be from white, and is still the edge around a logo.
_NEARLY_WHITE = 6
#: The part of the height that is put around a light logo.
_MARGIN = 0.18


def fit_logo(content: bytes, words: str) -> Logo | None:
    """The logo with `words` as its alternative text; None when `content` is no picture to use.

    Colour profiles, CMYK and 16 bits become sRGB with 8, of a moving picture the first is taken,
    white space around it is cut off, and a light logo on transparent ground is put on dark ground.
    It is made smaller where it is large, and never distorted.
    """
    fitted = _fitted(content)
    return Logo(*fitted, words) if fitted else None


@lru_cache(maxsize=1)  # a preview is drawn anew with each change of an option; the logo is the same
def _fitted(content: bytes) -> tuple[bytes, int, int] | None:
    # A file can be broken in more ways than Pillow has names for; none of them is a fault of ours.
    with suppress(Exception):
        opened = Image.open(BytesIO(content), formats=("PNG", "JPEG"))
        if opened.width * opened.height <= _MOST:
            picture = _cropped(_on_ground(ImageOps.exif_transpose(opened)))
            picture.thumbnail(_LARGEST, Image.Resampling.LANCZOS)
            return _png(picture), picture.width, picture.height
    return None


def _on_ground(picture: Image.Image) -> Image.Image:
    """The picture in sRGB, on white; on dark ground where it could not be seen on white."""
    if picture.mode.startswith("I"):  # grey of 16 bits
        return Image.fromarray((np.asarray(picture) // 257).astype(np.uint8)).convert("RGB")
    profile = picture.info.get("icc_profile")
    if picture.has_transparency_data:
        picture = _reduced(picture.convert("LA" if picture.mode in {"1", "L", "LA"} else "RGBA"))
        alpha = picture.getchannel("A")
        opaque = _srgb(picture.convert("L" if picture.mode == "LA" else "RGB"), profile)
        if _light(opaque, alpha):
            return _padded(_laid(opaque, alpha, _INK))
        return _laid(opaque, alpha, _WHITE)
    if picture.mode not in {"L", "RGB", "CMYK"}:
        picture = picture.convert("RGB")
    return _srgb(_reduced(picture), profile)


def _reduced(picture: Image.Image) -> Image.Image:
    """A very large picture at a whole fraction of its size, still twice as large as needed."""
    needed = max(picture.width / _LARGEST[0], picture.height / _LARGEST[1])
    return picture.reduce(int(needed / 2)) if needed >= 4 else picture  # noqa: PLR2004 - half of it


def _srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """The same colours in sRGB; a profile that is broken or for something else is not used."""
    if profile:
        with suppress(ImageCms.PyCMSError, OSError):
            found = ImageCms.profileToProfile(
                picture,
                ImageCms.ImageCmsProfile(BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode="RGB",
            )
            if found is not None:
                return found
    return picture.convert("RGB")


def _light(picture: Image.Image, alpha: Image.Image) -> bool:
    """Whether what is seen of it is so light that it would be lost on white."""
    seen = np.asarray(alpha) > 127  # noqa: PLR2004 - more seen than not
    brightness = np.asarray(picture.convert("L"))[seen]
    return bool(brightness.size) and float(brightness.mean()) >= _LIGHT


def _laid(picture: Image.Image, alpha: Image.Image, ground: tuple[int, int, int]) -> Image.Image:
    page = Image.new("RGB", picture.size, ground)
    page.paste(picture, mask=alpha)
    return page


def _padded(picture: Image.Image) -> Image.Image:
    return ImageOps.expand(picture, border=max(round(picture.height * _MARGIN), 1), fill=_INK)


def _cropped(picture: Image.Image) -> Image.Image:
    """Without the white around it, so that it stands at the margin like the text below it."""
    distance = ImageChops.difference(picture, Image.new("RGB", picture.size, _WHITE)).convert("L")
    box = distance.point([0 if far <= _NEARLY_WHITE else 255 for far in range(256)]).getbbox()
    return picture.crop(box) if box else picture


def _png(picture: Image.Image) -> bytes:
    """The pixels and nothing else: what came with them may hold a date, or a place."""
    file = BytesIO()
    Image.frombytes(picture.mode, picture.size, picture.tobytes()).save(file, "PNG")
    return file.getvalue()
