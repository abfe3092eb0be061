import logging
import threading
import time
from datetime import timedelta

from django.db import OperationalError, close_old_connections
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Command as DatabaseWorker
from django_tasks_db.models import DBTaskResult

from reports.models import Worker
from reports.outputs.print_jobs import requeue_lost

SECONDS_BETWEEN_HEARTBEATS = 5
log = logging.getLogger(__name__)


class Command(DatabaseWorker):
    help = "Run print jobs in the background, and record that a worker is running."
    requires_system_checks = []  # they import every page of the portal, which a worker does not serve

    def handle(self, *, worker_id, **options):
        day_ago = timezone.now() - timedelta(days=1)
        DBTaskResult.objects.filter(enqueued_at__lt=day_ago).delete()
        Worker.objects.filter(seen_at__lt=day_ago).delete()
        threading.Thread(target=send_heartbeats, args=[worker_id], daemon=True).start()
        try:
            super().handle(worker_id=worker_id, **options)
        finally:
            Worker.objects.filter(name=worker_id).delete()


def send_heartbeats(name):
    while True:
        close_old_connections()
        try:
            send_heartbeat(name)
        except OperationalError:
            log.warning("the database did not answer; trying again", exc_info=True)
        time.sleep(SECONDS_BETWEEN_HEARTBEATS)


def send_heartbeat(name):
    """Record that this worker is running, and enqueue again the jobs that a killed one left."""
    Worker.objects.update_or_create(name=name, defaults={"seen_at": timezone.now()})
    requeue_lost()
