import donghanh.base.sealed
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossier", "0004_kept_and_forgotten")]

    operations = [
        migrations.AddField(
            "dossier",
            "authoriser",
            donghanh.base.sealed.SealedJSONField(
                blank=True,
                default="",
                keep_days=365,
                purpose="print the return slip and give the result to the right person",
            ),
        ),
        migrations.AddField(
            "dossier", "collect_way", models.CharField(blank=True, default="", max_length=10)
        ),
    ]
