"""What reports say about leads: figures counted beforehand, day by day, and kept true as leads change.

`tallying` counts one day anew from leads and tombstones, `upkeep` finds the days that changed, `figures` sums them up.
"""
