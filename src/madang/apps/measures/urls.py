"""Addresses of the measures: measures, tasks, targets."""

from django.urls import path

from madang.apps.measures.views import measures, tasks

app_name = "measures"
urlpatterns = [
    path("measures/", measures.measure_list, name="measures"),
    path("measures/new/", measures.new_measure, name="new_measure"),
    path("measures/import/", measures.import_table, name="import"),
    path("measures/import/tasks.csv", measures.empty_table, name="empty_table"),
    path("measures/tasks/<uuid:pk>/", tasks.task_page, name="task"),
    path("measures/tasks/<uuid:pk>/<slug:key>/", tasks.task_step, name="task_step"),
    path("measures/<str:number>/", measures.measure_page, name="measure"),
    path("measures/<str:number>/tasks/new/", measures.new_task, name="new_task"),
    path("targets/", tasks.target_list, name="targets"),
    path("targets/new/", tasks.new_target, name="new_target"),
    path("targets/<slug:slug>/figures/new/", tasks.new_figure, name="new_figure"),
]
