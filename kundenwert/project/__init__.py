"""The assembled program: settings, addresses, entry point of the web server."""
