"""The parts of a tool's page that tell its life after the grant."""

from madang.apps.exemptions.views.tool_shapes import SectionMaker

SECTIONS: tuple[SectionMaker, ...] = ()
