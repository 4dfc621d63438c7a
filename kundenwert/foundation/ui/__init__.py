"""The interface kit: styles, behaviours, icons and template components. Knows no business word."""
