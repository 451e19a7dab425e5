"""Exemptions: how a firm may do in a zone what the law elsewhere does not let it do, or does not speak of.

신속확인 (rapid confirmation, Act art. 85) stands here now: whether a permit is needed at all, one clock for each
ministry, and silence that counts as an answer. 실증특례, 임시허가 and 메뉴판식 특례 (art. 86–90) belong here too.
"""
