import donghanh.base.sealed
import uuid
from django.db import migrations, models


def give_each_its_own(apps, schema_editor):
    """A new column has one default for all rows; what is sealed is bound to its own row."""
    appointments = apps.get_model("booking", "Appointment").objects
    for row in appointments.only("pk").iterator():
        appointments.filter(pk=row.pk).update(seal_id=uuid.uuid4())


class Migration(migrations.Migration):

    dependencies = [
        ('booking', '0001_times_that_people_choose'),
    ]

    operations = [
        migrations.AddField(
            model_name='appointment',
            name='called_off_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='appointment',
            name='help_wanted',
            field=donghanh.base.sealed.SealedJSONField(blank=True, default='', keep_days=15, purpose='have ready what somebody needs at the time they booked'),
        ),
        migrations.AddField(
            model_name='appointment',
            name='prepared',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='appointment',
            name='seal_id',
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
        migrations.RunPython(give_each_its_own, migrations.RunPython.noop),
    ]
