"""A sheet of paper to lay cut-outs, light and shadow on."""

from dataclasses import dataclass
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from cms.demo.pictures.palette import SHADE, WHITE, Colour
from cms.demo.pictures.shapes import HEIGHT, WIDTH, Outline, Point

OVERSAMPLING = 2
SHADOW_REDUCTION = 4


@dataclass(frozen=True)
class Blend:
    """A fill that runs from one colour to another across its shape, by default from top to bottom."""

    start: Colour
    end: Colour
    across: float = 0.0
    down: float = 1.0

    def tile(self, size: tuple[int, int]) -> Image.Image:
        edge = 32
        reach = abs(self.across) + abs(self.down)
        tile = Image.new("L", (edge, edge))
        tile.putdata([round(255 * self._share(i % edge, i // edge, edge - 1, reach)) for i in range(edge * edge)])
        share = tile.resize(size, Image.Resampling.BICUBIC)
        return Image.composite(Image.new("RGB", size, self.end), Image.new("RGB", size, self.start), share)

    def _share(self, x: int, y: int, last: int, reach: float) -> float:
        horizontal = x / last if self.across >= 0 else 1 - x / last
        vertical = y / last if self.down >= 0 else 1 - y / last
        return (abs(self.across) * horizontal + abs(self.down) * vertical) / reach


Fill = Colour | Blend
Frame = tuple[int, int, int, int]


class Canvas:
    """Composed in 1600 × 1000 units and scaled to cover any size, cropping evenly what does not fit."""

    def __init__(self, size: tuple[int, int], seed: str) -> None:
        self.size = size
        self.random = Random(seed)
        self.scale = max(size[0] / WIDTH, size[1] / HEIGHT)
        self._origin = ((size[0] - WIDTH * self.scale) / 2, (size[1] - HEIGHT * self.scale) / 2)
        self.image = Image.new("RGB", size, WHITE)

    def wash(self, fill: Fill) -> None:
        """Cover the whole picture."""
        self.image.paste(_paint(fill, self.size))

    def sheet(self, outline: Outline, fill: Fill, lift: float = 1.0) -> None:
        """Lay a paper cut-out: the higher its lift, the longer and softer its shadow; 0 lies flat."""
        frame = self._frame(outline, margin=70 * lift + 6)
        mask = self._mask(frame, outline)
        if lift:
            self._shadow(frame, mask, lift)
        self._lay(frame, _paint(fill, mask.size), mask)
        if lift:
            self._rim(frame, mask)

    def veil(self, outline: Outline, fill: Fill, milk: float = 0.0, lift: float = 0.0) -> None:
        """Lay tracing paper: it tints what lies beneath, and the more milk it has, the more it hides."""
        frame = self._frame(outline, margin=70 * lift + 6)
        mask = self._mask(frame, outline)
        if lift:
            self._shadow(frame, mask, lift, beneath=False)
        self._lay(frame, _paint(WHITE, mask.size), _faded(mask, milk))
        tinted = ImageChops.multiply(self.image.crop(frame), _paint(fill, mask.size))
        self._lay(frame, tinted, mask)
        self._rim(frame, mask)

    def light(
        self, outline: Outline, fill: Fill, opacity: float, blur: float = 0.0, within: Outline | None = None
    ) -> None:
        """Let light of a colour fall through an opening of this shape, only on what lies `within`; blur is in units."""
        frame = self._frame(outline, margin=3 * blur + 6)
        mask = self._mask(frame, outline)
        if blur:
            mask = self._blurred(mask, blur)
        if within:
            mask = ImageChops.multiply(mask, self._mask(frame, within))
        self._lay(frame, _paint(fill, mask.size), _faded(mask, opacity))

    def glow(self, centre: Point, radius: float, colour: Colour, opacity: float) -> None:
        """A round light that fades to nothing at its radius; Pillow's gradient is 180 there and 255 in the corners."""
        (left, top), (right, bottom) = self._pixels(
            [(centre[0] - radius, centre[1] - radius), (centre[0] + radius, centre[1] + radius)]
        )
        size = (max(round(right - left), 2), max(round(bottom - top), 2))
        fade = Image.radial_gradient("L").point([round(255 * opacity * _fade(value / 180)) for value in range(256)])
        self.image.paste(colour, (round(left), round(top)), fade.resize(size, Image.Resampling.BICUBIC))

    def finish(self, tooth: int = 3) -> Image.Image:
        """The picture with the tooth of paper, at most `tooth` levels of 255; it also hides banding."""
        noise = Image.frombytes("L", self.size, self.random.randbytes(self.size[0] * self.size[1]))
        soft = noise.filter(ImageFilter.BoxBlur(1)).point([round(128 + (v - 128) * tooth / 64) for v in range(256)])
        grain = Image.merge("RGB", (soft, soft, soft))
        return ImageChops.add(self.image, grain, offset=-128)

    def _frame(self, outline: Outline, margin: float) -> Frame:
        """The pixels an outline and its shadow can touch, cut to the picture and a little bleed."""
        xs, ys = zip(*self._pixels(outline), strict=True)
        reach = margin * self.scale + 2
        bleed = round(80 * self.scale) + 4
        left, top = max(int(min(xs) - reach), -bleed), max(int(min(ys) - reach), -bleed)
        right = min(int(max(xs) + reach) + 1, self.size[0] + bleed)
        bottom = min(int(max(ys) + reach) + 1, self.size[1] + bleed)
        return left, top, max(right, left + 2), max(bottom, top + 2)

    def _pixels(self, outline: Outline) -> Outline:
        return [(x * self.scale + self._origin[0], y * self.scale + self._origin[1]) for x, y in outline]

    def _mask(self, frame: Frame, outline: Outline) -> Image.Image:
        size = (frame[2] - frame[0], frame[3] - frame[1])
        mask = Image.new("L", (size[0] * OVERSAMPLING, size[1] * OVERSAMPLING))
        pen = ImageDraw.Draw(mask)
        left, top = frame[:2]
        pen.polygon([((x - left) * OVERSAMPLING, (y - top) * OVERSAMPLING) for x, y in self._pixels(outline)], fill=255)
        return mask.resize(size, Image.Resampling.BICUBIC)

    def _blurred(self, mask: Image.Image, units: float) -> Image.Image:
        """A blur done small and enlarged again, since softness needs no pixels."""
        small = mask.reduce(SHADOW_REDUCTION) if min(mask.size) > 64 else mask
        factor = mask.size[0] / small.size[0]
        blurred = small.filter(ImageFilter.GaussianBlur(units * self.scale / factor))
        return blurred.resize(mask.size, Image.Resampling.BICUBIC)

    def _shadow(self, frame: Frame, mask: Image.Image, lift: float, beneath: bool = True) -> None:
        """A long soft shadow and a short dense one; tracing paper would show what falls beneath it."""
        for distance, softness, opacity in ((8, 17, 0.25), (2, 4, 0.15)):
            reach = distance * lift * self.scale
            shade = _slid(self._blurred(mask, softness * lift), round(0.55 * reach), round(reach))
            shade = shade if beneath else ImageChops.multiply(shade, ImageChops.invert(mask))
            self._lay(frame, _paint(SHADE, mask.size), _faded(shade, opacity))

    def _rim(self, frame: Frame, mask: Image.Image) -> None:
        """The cut edge that catches the daylight from the upper left."""
        reach = max(1.3 * self.scale, 0.6)
        edge = ImageChops.subtract(mask, _moved(mask, 0.6 * reach, reach))
        self._lay(frame, _paint(WHITE, mask.size), _faded(edge, 0.38 * min(self.scale * 1.4, 1)))

    def _lay(self, frame: Frame, paper: Image.Image, mask: Image.Image) -> None:
        self.image.paste(paper, frame[:2], mask)


def _paint(fill: Fill, size: tuple[int, int]) -> Image.Image:
    return fill.tile(size) if isinstance(fill, Blend) else Image.new("RGB", size, fill)


def _moved(mask: Image.Image, across: float, down: float) -> Image.Image:
    return mask.transform(mask.size, Image.Transform.AFFINE, (1, 0, -across, 0, 1, -down), Image.Resampling.BILINEAR)


def _slid(mask: Image.Image, across: int, down: int) -> Image.Image:
    """As `_moved` by whole pixels, which is enough for what is blurred and takes a tenth of the time."""
    slid = Image.new("L", mask.size)
    slid.paste(mask, (across, down))
    return slid


def _fade(distance: float) -> float:
    """1 at the centre, 0 from distance 1 on, without a visible edge at either end."""
    return (1 - min(distance, 1) ** 2) ** 2.5


def _faded(mask: Image.Image, opacity: float) -> Image.Image:
    return mask.point([round(value * opacity) for value in range(256)])
