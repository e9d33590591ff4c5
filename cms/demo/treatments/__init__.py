"""The treatments of the demo clinic, a module each."""

from cms.demo.treatments import (
    chemical_peel,
    dermal_filler,
    hydrating_facial,
    ipl,
    laser_hair,
    led,
    microneedling,
)

TREATMENTS = (
    microneedling.PAGE,
    chemical_peel.PAGE,
    ipl.PAGE,
    hydrating_facial.PAGE,
    led.PAGE,
    laser_hair.PAGE,
    dermal_filler.PAGE,
)
"""In the order of the front page, which shows the first six: filler is not what we put forward."""
