"""Addresses of exemptions and interim permits: the list, one tool with its steps and papers, the project."""

from django.urls import path

from madang.apps.exemptions.views import applying, tool_lists, tool_page, tool_steps

urlpatterns = [
    path("tools/", tool_lists.tool_list, name="tools"),
    path("tools/new/", applying.new_tool, name="new_tool"),
    path("projects/<uuid:pk>/", tool_lists.project_page, name="project"),
    path("tools/<uuid:pk>/", tool_page.tool_page, name="tool"),
    path("tools/<uuid:pk>/write/", applying.write_tool, name="write_tool"),
    path("tools/<uuid:pk>/files/<uuid:file>/", applying.tool_file, name="tool_file"),
    path(
        "tools/<uuid:pk>/<slug:on>/<uuid:part>/<slug:key>/", tool_steps.tool_part_step, name="tool_part_step"
    ),
    path("tools/<uuid:pk>/<slug:key>/", tool_steps.tool_step, name="tool_step"),
]
