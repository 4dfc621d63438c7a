"""From purchases to what the models read."""
