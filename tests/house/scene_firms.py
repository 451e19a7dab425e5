"""The scene's file of the firm: data, a contact, a certificate and its paper."""

from madang.core.files.models import Attachment
from tests.apps.firms import builders
from tests.house import scene as scenes


def firm_subjects(people: "dict[str, scenes.Actor]", _at: object) -> "scenes.Subjects":
    """Subjects below /firm/."""
    firm = people["firm"]
    person, certificate = builders.a_person(firm), builders.a_certificate(firm)
    paper = Attachment.objects.get(case_id=certificate.pk)
    return {
        "firm/people/": (scenes.Subject("contact of the firm", person.pk),),
        "firm/certificates/": (scenes.Subject("certificate of the firm", certificate.pk),),
        "firm/papers/": (scenes.Subject("of the certificate", paper.pk),),
        "firm/editions/": (scenes.Subject("first edition", 1), scenes.Subject("of no such number", 99)),
    }
