"""Activities and counted results of projects."""

from django.db import models

from portal.fields import ThaiCharField
from portal.history import History
from portal.records import CountedResult
from projects.models.projects import Project


class Activity(models.Model):
    """An activity of a project."""

    project = models.ForeignKey(Project, models.CASCADE, verbose_name="โครงการ", related_name="activities")
    order = models.PositiveSmallIntegerField("ลำดับ", default=0)
    name = ThaiCharField("ชื่อ", max_length=200)

    history = History()

    class Meta:
        verbose_name = verbose_name_plural = "กิจกรรม"
        ordering = ["project", "order", "pk"]

    def __str__(self):
        return self.name


class ProjectResult(CountedResult):
    """A counted result of a project."""

    project = models.ForeignKey(Project, models.CASCADE, verbose_name="โครงการ", related_name="results")

    history = History()

    class Meta(CountedResult.Meta):
        verbose_name = verbose_name_plural = "ผลที่นับได้"
