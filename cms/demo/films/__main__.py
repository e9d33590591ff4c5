"""Draw the film and encode it: `python -m cms.demo.films [FILE]`."""

import subprocess
import sys

from cms.demo.films import FILM, SECONDS
from cms.demo.pictures.needling_film import frames

SIZE = (768, 432)
RATE = 15
ENCODER = "-c:v libvpx-vp9 -b:v 0 -crf 30 -row-mt 1 -pix_fmt yuv420p -an -fflags +bitexact -flags:v +bitexact"


def main() -> None:
    target = sys.argv[1] if len(sys.argv) > 1 else str(FILM)
    source = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{SIZE[0]}x{SIZE[1]}", "-r", str(RATE), "-i", "-"]
    command = ["ffmpeg", "-y", "-loglevel", "error", *source, *ENCODER.split(), target]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as encoder:
        for frame in frames(SIZE, SECONDS * RATE):
            encoder.stdin.write(frame.tobytes())
        encoder.stdin.close()
    sys.exit(encoder.returncode)


if __name__ == "__main__":
    main()
