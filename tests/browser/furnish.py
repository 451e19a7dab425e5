"""Build the scene of the house on the database of the settings, sign everybody in, and print addresses and sessions.

It runs beside a served system, in a process of its own whose settings are those of that system.
"""

import json
import sys

from tests.house import scene as scenes
from tests.house.test_matrix_of_urls import cookies_of, places


def main() -> None:
    """Build and print."""
    scene = scenes.build()
    people = {name: cookies_of(actor)["sessionid"] for name, actor in scene.people.items()}
    sys.stdout.write(json.dumps({"people": people, "places": places(scene.subjects)}))
