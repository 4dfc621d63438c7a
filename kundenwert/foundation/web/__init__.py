"""What every web answer has in common."""
