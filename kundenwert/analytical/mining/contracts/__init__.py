"""What customers under contract are worth: retention, survival, residual value."""
