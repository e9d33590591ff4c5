"""The treatments of the demo clinic, a module each."""

from cms.demo.treatments import microneedling

TREATMENTS = (microneedling.PAGE,)
