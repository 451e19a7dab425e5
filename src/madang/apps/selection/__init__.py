"""Selection: from the candidate call to the gazette.

The call, its evaluation and the shortlist are practice: versioned records that officials write, never shown as law.
Designation is law (Act art. 72–79): public notice, consultation of the ministries, two committees, the gazette.
"""
