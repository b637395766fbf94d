import donghanh.base.sealed
from django.db import migrations, models

WHO = "show later into whose hands a result was given"


def shown_for(days):
    """Return the column that says into whose hands a result went."""
    return donghanh.base.sealed.SealedTextField(
        blank=True, default="", keep_days=days, purpose=WHO
    )


def say_since_when(apps, schema_editor):
    """Originals that were left came with their dossier."""
    rows = apps.get_model("dossier", "Dossier").objects.exclude(originals=[])
    rows.update(originals_held_at=models.F("brought_at"))


class Migration(migrations.Migration):
    dependencies = [("dossier", "0003_money")]

    operations = [
        migrations.AddField("dossier", "forgotten_at", models.DateTimeField(null=True)),
        migrations.AddField("dossier", "originals_held_at", models.DateTimeField(null=True)),
        migrations.RunPython(say_since_when, migrations.RunPython.noop),
        migrations.AddField("relay", "given_back_at", models.DateTimeField(null=True)),
        migrations.AddField("registerimport", "doubled", models.JSONField(default=list)),
        migrations.AddField(
            "registerline", "passed_over", models.CharField(blank=True, default="", max_length=12)
        ),
        migrations.AlterField("handover", "receiver", shown_for(730)),
        migrations.AlterField("handover", "place", shown_for(730)),
        migrations.AlterField("handover", "witness", shown_for(730)),
        migrations.AlterField("handover", "undone_why", shown_for(730)),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("ended_at__isnull", False), ("forgotten_at", None)),
                fields=["centre", "ended_at"],
                name="ended_dossiers_with_names",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(
                    ("originals_held_at__isnull", False), ("originals_returned_at", None)
                ),
                fields=["centre", "originals_held_at"],
                name="dossiers_with_our_originals",
            ),
        ),
    ]
