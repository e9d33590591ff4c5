"""Write every picture as a PNG into a folder, to look at them."""

from argparse import ArgumentParser
from pathlib import Path

from cms.demo.pictures import NAMES, draw


def main() -> None:
    parser = ArgumentParser(prog="python -m cms.demo.pictures", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--width", type=int, default=1600)
    parser.add_argument("--height", type=int, default=1000)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        draw(name, options.width, options.height).save(options.folder / f"{name}.png")


if __name__ == "__main__":
    main()
