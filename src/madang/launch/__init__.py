"""Starting and stopping: database cluster, web server and worker. Nothing here knows the business."""
