"""One entry an action, written in the action's own transaction, never changed."""
