"""What the response clock does by itself: it notices, tells, gives out and takes back, once each, when it is time.

Every job looks up its due leads by an index that holds only those, and takes each in a transaction of its own: of any
number of processes one acts, and one that dies leaves the lead due.
"""
