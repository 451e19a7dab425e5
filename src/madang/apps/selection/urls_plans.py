"""Addresses of plans, their partners and files, and of the beginning of a designation."""

from django.urls import path

from madang.apps.selection.views import plan_files, plan_partners, plans, starting

urlpatterns = [
    path("calls/<slug:slug>/plans/new/", plans.start, name="start_plan"),
    path("plans/<uuid:pk>/", plans.plan_page, name="plan"),
    path("plans/<uuid:pk>/draft", plans.autosave, name="autosave_plan"),
    path("plans/<uuid:pk>/submit/", plans.submit, name="submit_plan"),
    path("plans/<uuid:pk>/withdraw/", plans.withdraw, name="withdraw_plan"),
    path("plans/<uuid:pk>/receipts/<int:number>/", plans.receipt, name="plan_receipt"),
    path("plans/<uuid:pk>/partners/", plan_partners.invite, name="invite_partner"),
    path("plans/<uuid:pk>/partners/agree/", plan_partners.agree, name="agree_to_partner"),
    path("plans/<uuid:pk>/partners/leave/", plan_partners.leave, name="leave_partnership"),
    path("plans/<uuid:pk>/files/", plan_files.attach, name="attach_paper"),
    path("plans/<uuid:pk>/files/<uuid:file>/", plan_files.download, name="plan_file"),
    path("plans/<uuid:pk>/files/<uuid:file>/remove/", plan_files.remove, name="remove_paper"),
    path("plans/<uuid:pk>/designation/", starting.from_plan, name="begin_designation"),
    path("designations/<uuid:pk>/again/", starting.again, name="begin_again"),
]
