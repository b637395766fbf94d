from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('messaging', '0001_people_agree_and_are_told'),
    ]

    operations = [
        migrations.AddField(
            model_name='attempt',
            name='by_person',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='message',
            name='until_at',
            field=models.DateTimeField(null=True),
        ),
    ]
