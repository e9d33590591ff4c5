"""The page as the visitor of an enquiry saw it: `rendering` brings the stored revision back, `inert` takes its life,
`view` shows it to staff, or says what is left of it.
"""
