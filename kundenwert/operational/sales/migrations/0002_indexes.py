"""Indexes for key figures and open orders."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('customers', '0002_indexes'),
        ('sales', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='order',
            name='order_date_sort',
        ),
        migrations.AddIndex(
            model_name='order',
            index=models.Index(condition=models.Q(('deleted_at', None)), fields=['-ordered_at', '-id'], include=('net_total', 'status'), name='order_date_figures'),
        ),
        migrations.AddIndex(
            model_name='order',
            index=models.Index(condition=models.Q(('deleted_at', None), ('status', 'open')), fields=['-ordered_at', '-id'], name='order_open_sort'),
        ),
    ]
