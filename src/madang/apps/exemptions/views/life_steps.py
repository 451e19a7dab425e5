"""The steps of a tool's life after the grant."""

from madang.apps.exemptions.views.tool_shapes import ToolStep

STEPS: tuple[ToolStep, ...] = ()
