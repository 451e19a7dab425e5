"""The steps of a tool up to its grant, as the web offers them."""

from madang.apps.exemptions.views.tool_shapes import ToolStep

STEPS: tuple[ToolStep, ...] = ()
