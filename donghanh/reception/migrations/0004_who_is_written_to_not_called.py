from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reception', '0003_seats_and_interpreters'),
    ]

    operations = [
        migrations.AddField(
            model_name='callback',
            name='text_only',
            field=models.BooleanField(default=False),
        ),
    ]
