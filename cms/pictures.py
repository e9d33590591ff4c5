"""In which sizes the demo site's own pages show their pictures, beside those of treatment pages."""

from treatment_pages.pictures import TEXT, Cut, Role

ROLES = {
    "front": Role(
        (Cut(480, 360), Cut(660, 495), Cut(800, 600), Cut(1200, 900), Cut(1600, 1200)),
        f"(min-width: 80rem) 36.25rem, (min-width: 64rem) 46vw, calc({TEXT})",
        is_first_seen=True,
    ),
    "information": Role(
        (Cut(480, 320), Cut(660, 440), Cut(960, 640), Cut(1472, 981)), f"min(46rem, {TEXT})", is_first_seen=True
    ),
}
